using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Conversation;

/// <summary>What is said to something that was read, wherever it was written.</summary>
/// <param name="limits">How often somebody may ask; null: as often as they like.</param>
/// <param name="note">Null: nobody keeps count.</param>
public sealed class Answering(Desk desk, Shelf shelf, AskLimits? limits = null, NoteReply? note = null)
{
    /// <param name="naming">How commands are called where the reply is read; null: each by itself.</param>
    /// <param name="asker">Null where nobody knows who asks.</param>
    /// <returns>The reply, and the story it is of; null while none is loaded, or where nothing was looked up.</returns>
    public (Reply Reply, StorySlug? Story) To(Parsed parsed, CommunityId community, Naming? naming = null, UserId? asker = null)
    {
        if (limits is not null && LimitWords.Of(limits.Ask(community, asker)) is { } wait)
        {
            return (new Refusal { Headline = wait }, null);
        }

        var state = shelf.Now;
        var reply = parsed switch
        {
            Parsed.Understood understood => Noted(desk.Handle(understood.Command, state, story: null, community, naming), understood.Note),
            Parsed.NotUnderstood not => not.Told(naming ?? Naming.Slash),
            _ => throw new UnreachableException(),
        };
        note?.Invoke(parsed is Parsed.Understood { Command: var command } ? command.GetType().Name : "NotUnderstood", community, reply);
        return (reply, shelf.Story(state, community)?.Story.Slug);
    }

    private static Reply Noted(Reply reply, string? note) => note is null ? reply : reply with { Parts = [new Hint(note), .. reply.Parts] };
}
