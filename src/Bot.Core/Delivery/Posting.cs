using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Delivery;

/// <summary>What may be posted for everybody to see, and how often.</summary>
public static class Posting
{
    /// <summary>How far two posts that show the same facts in the same place are apart.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The facts that a private answer can be shared by, none where it cannot: it says nothing of its own (an abstention, an explanation, help), or it
    /// speaks of another day than today, which nobody could correct.
    /// </summary>
    public static IReadOnlyList<ShownFact> Shareable(Reply reply) =>
        reply switch
        {
            AnswerReply { Answer: { Outcome: not Outcome.Abstained, AsOf: { Known: null, Happened: null } } } or Listing => ShownFact.Of(
                reply
            ),
            _ => [],
        };

    /// <summary>Whether a post would come too soon after another one.</summary>
    internal static bool IsTooNear(Receipt next, Receipt earlier) =>
        earlier.Community == next.Community
        && earlier.Place == next.Place
        && earlier.Subject == next.Subject
        && earlier.At > next.At - Apart;
}
