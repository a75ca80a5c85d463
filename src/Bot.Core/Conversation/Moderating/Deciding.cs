using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Something that waits is to be done, or is not. Who turns down what somebody else asked for says why.</summary>
internal sealed class Deciding(ModeratorRoom room, Asking asking)
{
    private const string Why = "reason";

    public Handling Approve(string? typed) => With(typed, reference => asking.Later(new Change.Approve(reference.Item, reference.Version)));

    public Handling Reject(Command.Reject reject) =>
        With(
            reject.Item,
            reference =>
                reject.Reason is { } reason ? asking.Later(new Change.Reject(reference.Item, reference.Version), reason)
                : NeedsReason(reference.Item) ? Ask(reference)
                : asking.Later(new Change.Reject(reference.Item, reference.Version))
        );

    public Handling Filled(FormRef form, IReadOnlyDictionary<string, string> values) =>
        form.Item is { } reference
            ? asking.Later(new Change.Reject(reference.Item, reference.Version), values.GetValueOrDefault(Why, "").Trim())
            : new Handling.Now(ModeratorWords.NoSuchItem(room.Naming));

    /// <summary>A draft is nobody's, and of what follows from the facts nobody is told.</summary>
    private bool NeedsReason(ItemId item) => room.Queue.Find(item) is QueueItem.Report or QueueItem.Proposal { Proposed.Due: null };

    private Handling.Now Ask(ItemRef reference) =>
        new(
            new Form(
                ModeratorWords.RejectTitle,
                new FormField.Paragraph(Why, ModeratorWords.WhyNot)
                {
                    Most = ChangeRequest.LongestReason,
                    Hint = ModeratorWords.WhyNotHint,
                    IsRequired = false,
                }
            )
            {
                Id = room.FormId(FormKind.Reject, item: reference),
                Headline = ModeratorWords.WhyNot,
            }
        );

    private Handling With(string? typed, Func<ItemRef, Handling> decide) =>
        typed is not null && ItemRef.TryParse(typed.Trim()) is { } reference
            ? decide(reference)
            : new Handling.Now(ModeratorWords.NoSuchItem(room.Naming));
}
