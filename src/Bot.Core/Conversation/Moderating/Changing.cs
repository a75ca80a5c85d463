using System.Diagnostics;
using System.Globalization;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Moderating;

/// <summary>Something happened to a fact. What can be done at once is; what needs words is asked for on a form, which comes back with the state of the fact that was looked at.</summary>
internal sealed class Changing(ModeratorRoom room, Asking asking)
{
    private const string Reason = "reason";

    private readonly ChangeForms forms = new(room);

    public Handling Ask(Command.ChangeFact change) =>
        With(
            change.Fact,
            "fact change",
            fact =>
                change.Happened switch
                {
                    null => new Handling.Now(WhatHappened(fact)),
                    Happening.StillSo => Recheck(fact),
                    Happening.MovedOn => forms.MovedOn(fact),
                    Happening.Wrong => forms.Wrong(fact),
                    Happening.TookBack => forms.Reason(FormKind.TookBack, fact),
                    Happening.Contested => forms.Reason(FormKind.Contested, fact),
                    Happening.Source => forms.Source(fact, from: null),
                    Happening.Confirmed => forms.Reason(FormKind.Confirm, fact),
                    _ => throw new UnreachableException(),
                },
            new Beside("what", change.Happened)
        );

    public Handling Hold(Command.HoldFact hold) =>
        With(hold.Fact, "fact hold", fact => asking.Later(new Change.Hold(fact), hold.Reason), new Beside(Reason, hold.Reason));

    public Handling Retract(Command.RetractFact retract) =>
        With(
            retract.Fact,
            "fact retract",
            fact =>
                retract.Reason is { } reason
                    ? asking.Later(new Change.Retract(fact, room.Today), reason, room.NumberOf(fact))
                    : forms.Reason(FormKind.TookBack, fact),
            new Beside(Reason, retract.Reason)
        );

    public Handling Erase(Command.EraseFact erase) =>
        With(
            erase.Fact,
            "fact erase",
            fact => erase.Reason is { } reason ? asking.Later(new Change.EraseFact(fact), reason) : forms.Reason(FormKind.Erase, fact),
            new Beside(Reason, erase.Reason)
        );

    public Handling Recheck(string? typed) => With(typed, "fact recheck", Recheck);

    public Handling Cite(Command.SourceFact source) =>
        With(source.Fact, "fact source", fact => forms.Source(fact, source.From), new Beside("from", source.From));

    /// <summary>What would be undone is shown first; the button names that change, so that no other is undone.</summary>
    public Handling Undo(Command.UndoFact undo) =>
        With(
            undo.Fact,
            "fact undo",
            fact =>
                undo.Of is null ? new Handling.Now(UndoCards.Of(fact, undo.Reason, room))
                : long.TryParse(undo.Of, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                    ? asking.Later(new Change.Undo(fact, position), undo.Reason ?? (LiftsHold(fact) ? "" : ModeratorWords.Undone))
                : new Handling.Now(UndoCards.Of(fact, undo.Reason, room)),
            new Beside(Reason, undo.Reason)
        );

    /// <summary>Why a hold is lifted is for its holder to say.</summary>
    private bool LiftsHold(FactId fact) => Undoing.Of(room.Story, room.Queue, fact) is { LiftsHold: true };

    public Handling Filled(FormRef form, IReadOnlyDictionary<string, string> values)
    {
        if (form.Fact is not { } handled || room.WithHandle(handled.Handle) is not { } fact)
        {
            return new Handling.Now(FactChoices.Of(null, "fact change", room));
        }

        return forms.Read(form.Kind, fact, values) switch
        {
            FilledForm.Asks asks => asking.Later(asks.Change, asks.Reason, asks.Change is Change.EraseFact ? null : handled.Revision),
            FilledForm.Wrong wrong => new Handling.Now(new Refusal { Headline = wrong.Sentence, Field = wrong.Field }),
            _ => throw new UnreachableException(),
        };
    }

    private Handling Recheck(FactId fact) =>
        asking.Later(new Change.Recheck(fact, room.Today), ModeratorWords.LookedAgain, room.NumberOf(fact));

    /// <param name="path">The command, to be asked again of the fact that is chosen.</param>
    private Handling With(string? typed, string path, Func<FactId, Handling> ask, Beside? beside = null) =>
        room.Find(typed) is { } fact ? ask(fact) : new Handling.Now(FactChoices.Of(typed, path, room, beside));

    private Notice WhatHappened(FactId fact)
    {
        var buttons = Happening
            .All.Select(each => new ReplyAction(each.Label, $"/fact change fact:#{fact.Handle} what:{each.Word}"))
            .ToList();
        return new Notice
        {
            Headline = ModeratorWords.WhatHappened,
            Parts =
            [
                .. room.Show(fact),
                new Actions([.. buttons.Take(4)]),
                new Actions([.. buttons.Skip(4), new ReplyAction(ModeratorWords.HoldIt, $"/fact hold fact:#{fact.Handle}")]),
            ],
        };
    }
}
