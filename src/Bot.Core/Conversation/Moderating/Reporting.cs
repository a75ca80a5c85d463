using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>A member says that something is wrong: which fact, and what is wrong with it.</summary>
internal sealed class Reporting(ModeratorRoom room, Asking asking)
{
    private const string Words = "words";

    public Handling Ask(string? typed) =>
        typed is null ? new Handling.Now(new Refusal { Headline = ModeratorWords.ReportWhat })
        : room.Find(typed) is not { } fact ? new Handling.Now(FactChoices.Of(typed, "report", room))
        : room.Story.Current(fact) is not null
            ? new Handling.Now(
                new Form(
                    ModeratorWords.ReportTitle,
                    new FormField.Paragraph(Words, ModeratorWords.WhatIsWrong)
                    {
                        Most = ChangeRequest.LongestReason,
                        Hint = ModeratorWords.WhatIsWrongHint,
                    }
                )
                {
                    Id = room.FormId(FormKind.Report, fact),
                    Headline = ModeratorWords.ReportTitle,
                }
            )
        : new Handling.Now(new Refusal { Headline = QueueWords.NotGiven });

    public Handling Filled(FormRef form, IReadOnlyDictionary<string, string> values) =>
        form.Fact is { } handled && room.WithHandle(handled.Handle) is { } fact
            ? asking.Later(
                new Change.Report(fact),
                values.GetValueOrDefault(Words, "").Trim(),
                say: (_, _) => new Notice { Headline = ModeratorWords.ThankYou }
            )
            : new Handling.Now(new Refusal { Headline = QueueWords.NotGiven });
}

/// <summary>What a post of the bot's shows, to be chosen from: a member says which of it is wrong.</summary>
public static class ReportCards
{
    /// <param name="receipt">Of the post; null where it is none of the bot's.</param>
    /// <param name="story">As the community has it.</param>
    public static Reply Of(Receipt? receipt, Journal.StorySnapshot story, DateOnly today)
    {
        var given = (receipt?.Facts ?? [])
            .Select(shown => story.Current(shown.Fact))
            .OfType<Journal.Revision>()
            .Where(revision => revision.Fact.Ended is null)
            .Take(ButtonsFit)
            .ToList();
        return receipt is null ? new Refusal { Headline = ModeratorWords.NotMyPost }
            : given.Count == 0 ? new Refusal { Headline = QueueWords.NotGiven }
            : new Notice
            {
                Headline = ModeratorWords.WhichIsWrong,
                Parts =
                [
                    .. new Presenter(story, today).Parts(given),
                    new Actions([
                        .. given.Select(revision => new ReplyAction(revision.Fact.Says, $"/report fact:#{revision.Fact.Id.Handle}")),
                    ]),
                ],
            };
    }

    private const int ButtonsFit = 5;
}
