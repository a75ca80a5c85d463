using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Drafting;

namespace Bot.Core.Conversation.Moderating;

/// <summary>What came back on a form, read. Closed.</summary>
internal abstract record FilledForm
{
    private FilledForm() { }

    public sealed record Asks(Change Change, string Reason) : FilledForm;

    /// <param name="Field">The field that it is about; null: the form as a whole.</param>
    public sealed record Wrong(string Sentence, string? Field = null) : FilledForm;
}

/// <summary>The forms of "what happened?", and what is asked for by what was filled in.</summary>
internal sealed class ChangeForms(ModeratorRoom room)
{
    private const string Says = "says";
    private const string From = "from";
    private const string Speaker = "speaker";
    private const string On = "on";
    private const string Number = "number";
    private const string Sentence = "sentence";
    private const string Looked = "looked";
    private const string Why = "reason";
    private const string Yes = "yes";
    private const string No = "no";

    public Handling MovedOn(FactId fact) =>
        Of(
            fact,
            was => new Form(
                ModeratorWords.MovedOnTitle,
                new FormField.Paragraph(Says, ModeratorWords.WhatIsSoNow),
                new FormField.OneLine(From, ModeratorWords.AddFrom) { Hint = ModeratorWords.AddFromHint, Known = room.KnownSources },
                new FormField.OneLine(Speaker, ModeratorWords.AddSpeaker)
                {
                    Value = Names.Speaker(room.Story.Book, was),
                    Known = room.KnownSpeakers,
                    IsRequired = false,
                },
                Day(ModeratorWords.SinceWhen),
                new FormField.OneLine(Why, ModeratorWords.Reason) { Most = ChangeRequest.LongestReason }
            )
            {
                Id = room.FormId(FormKind.MovedOn, fact),
                Headline = ModeratorWords.WhatHappened,
            }
        );

    public Handling Wrong(FactId fact) =>
        Of(
            fact,
            was => new Form(
                ModeratorWords.WrongTitle,
                new FormField.Paragraph(Says, ModeratorWords.WhatIsRight)
                {
                    Value = was.Says,
                    Hint = ModeratorWords.WhatIsRightHint,
                    IsRequired = false,
                },
                was.Figure is { } figure
                    ? new FormField.OneLine(Number, ModeratorWords.Number) { Value = figure.Value }
                    : new FormField.Day(On, ModeratorWords.Date)
                    {
                        Value = was.On?.ToString(),
                        Hint = ModeratorWords.DateHint,
                        IsRequired = false,
                    },
                new FormField.Paragraph(Sentence, ModeratorWords.SourceSentence)
                {
                    Value = was.RestsOn is [var evidence, ..] ? evidence.Sentence : null,
                    Most = FormLimits.Value,
                },
                new FormField.Choice(
                    Looked,
                    ModeratorWords.LookedAgainQuestion,
                    [new FormOption(ModeratorWords.LookedAgainNo, No), new FormOption(ModeratorWords.LookedAgainYes, Yes)]
                )
                {
                    Value = No,
                },
                new FormField.OneLine(Why, ModeratorWords.Reason) { Most = ChangeRequest.LongestReason }
            )
            {
                Id = room.FormId(FormKind.Wrong, fact),
                Headline = ModeratorWords.WhatHappened,
            }
        );

    public Handling Source(FactId fact, string? from) =>
        Of(
            fact,
            _ => new Form(
                ModeratorWords.SourceTitle,
                new FormField.Paragraph(Sentence, ModeratorWords.OtherSentence) { Hint = ModeratorWords.OtherSentenceHint },
                new FormField.OneLine(From, ModeratorWords.AddFrom)
                {
                    Value = from is null ? null : Cutting.Shorten(from, FactSheet.LongestAnswer),
                    Hint = ModeratorWords.AddFromHint,
                    Known = room.KnownSources,
                }
            )
            {
                Id = room.FormId(FormKind.Source, fact),
                Headline = ModeratorWords.WhatHappened,
            }
        );

    /// <summary>One that asks for a reason, and for a retraction the day.</summary>
    public Handling Reason(FormKind kind, FactId fact) =>
        new Handling.Now(
            new Form(
                ModeratorWords.ReasonTitle(kind),
                [
                    .. kind == FormKind.TookBack ? [Day(ModeratorWords.TakenBackOn)] : Array.Empty<FormField>(),
                    new FormField.Paragraph(Why, ModeratorWords.ReasonLabel(kind)) { Most = ChangeRequest.LongestReason },
                ]
            )
            {
                Id = room.FormId(kind, fact),
                Headline = ModeratorWords.WhatHappened,
            }
        );

    public FilledForm Read(FormKind kind, FactId fact, IReadOnlyDictionary<string, string> values)
    {
        string Value(string key) => values.GetValueOrDefault(key, "").Trim();
        var (reason, day) = (Value(Why), PartialDate.TryParse(Value(On)));
        return kind switch
        {
            FormKind.TookBack => day is { Day: not null } on
                ? new FilledForm.Asks(new Change.Retract(fact, on.First), reason)
                : new FilledForm.Wrong(ModeratorWords.NoDay(Value(On)), On),
            FormKind.Contested => new FilledForm.Asks(new Change.Dispute(fact, reason), reason),
            FormKind.Confirm => new FilledForm.Asks(new Change.Confirm(fact), reason),
            FormKind.Erase => new FilledForm.Asks(new Change.EraseFact(fact), reason),
            FormKind.MovedOn when day is not { Day: not null } => new FilledForm.Wrong(ModeratorWords.NoDay(Value(On)), On),
            FormKind.MovedOn => Proposed(
                new FactSheet(Value(Says), Value(From), Value(Speaker)),
                draft => new FilledForm.Asks(new Change.Supersede(fact, draft, day!.Value.First), reason)
            ),
            FormKind.Source => Proposed(
                new FactSheet(Value(Sentence), Value(From), ""),
                draft =>
                    room.Standing(fact) is { Fact: var was }
                        ? new FilledForm.Asks(new Change.Cite(fact, Redraft.Citing(was, draft)), ModeratorWords.Cited)
                        : new FilledForm.Wrong(QueueWords.ChangedSince(fact))
            ),
            _ => Corrected(fact, Value, reason),
        };
    }

    private FilledForm Corrected(FactId fact, Func<string, string> value, string reason)
    {
        if (room.Standing(fact) is not { Fact: var was })
        {
            return new FilledForm.Wrong(QueueWords.ChangedSince(fact));
        }

        if (was.Figure is null && value(Says).Length > 0 && value(On) is { Length: > 0 } date && EventDate.TryParse(date) is null)
        {
            return new FilledForm.Wrong(DraftWords.NotADate(date), On);
        }

        var draft =
            value(Says).Length == 0
                ? null
                : Redraft.Of(was) with
                {
                    Says = Redraft.Word(value(Says)),
                    On = was.Figure is not null ? Redraft.Of(was).On : Redraft.Optional(value(On)),
                    OnBasis = was.Figure is not null || value(On) == was.On?.ToString() ? Redraft.Of(was).OnBasis : null,
                    Figure =
                        was.Figure is not null && Redraft.Of(was).Figure is { } figure
                            ? figure with
                            {
                                Value = Redraft.Word(value(Number)),
                            }
                            : null,
                    RestsOn = Redraft.Evidence(was, value(Sentence)),
                };
        return new FilledForm.Asks(
            new Change.Correct(fact, draft is null ? null : Redraft.Alone(draft), room.Today, LookedAgain: value(Looked) == Yes),
            reason
        );
    }

    /// <summary>A new statement by the same passes as any new fact; what somebody would have to settle is taken as proposed.</summary>
    private FilledForm Proposed(FactSheet sheet, Func<StoryDraft, FilledForm> ask)
    {
        var proposed = DraftPasses.Propose(sheet, room.Story, room.Today);
        return proposed.Problems.Count > 0
            ? new FilledForm.Wrong(string.Join(' ', proposed.Problems))
            : ask(SheetDraft.Of(proposed, SheetDraft.NewId(sheet, room.Story), room.Today));
    }

    private FormField.Day Day(string label) =>
        new(On, label) { Value = PartialDate.Of(room.Today).ToString(), Hint = ModeratorWords.DayHint };

    private Handling Of(FactId fact, Func<Fact, Form> form) =>
        new Handling.Now(room.Standing(fact) is { Fact: var was } ? form(was) : FactChoices.Of(null, "fact change", room));
}
