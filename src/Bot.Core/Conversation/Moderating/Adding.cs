using System.Diagnostics;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Drafting;

namespace Bot.Core.Conversation.Moderating;

/// <summary>A new fact: three answers on one form, then a card that proposes the rest. What is doubtful has a button, and a draft can be gone on with later.</summary>
internal sealed class Adding(ModeratorRoom room, Asking asking)
{
    private const string Sentence = "sentence";
    private const string From = "from";
    private const string Speaker = "speaker";

    /// <summary>Of a form that settles one thing.</summary>
    private const string Settled = "settled";

    /// <summary>Before the kind of a speaker whom the story does not know yet.</summary>
    private const string NewOne = "new ";

    public Handling Begin(Command.AddFact add) =>
        add.Draft is { } named ? Continue(named, add.Settle)
        : add is { Sentence: { } sentence, From: { } from, Speaker: { } speaker } ? Keep(new FactSheet(sentence, from, speaker), item: null)
        : new Handling.Now(
            new Form(
                ModeratorWords.AddTitle,
                new FormField.Paragraph(Sentence, ModeratorWords.AddSentence)
                {
                    Value = Cut(add.Sentence, FactSheet.LongestSentence),
                    Hint = ModeratorWords.AddSentenceHint,
                },
                new FormField.OneLine(From, ModeratorWords.AddFrom)
                {
                    Value = Cut(add.From, FactSheet.LongestAnswer),
                    Hint = ModeratorWords.AddFromHint,
                    Known = room.KnownSources,
                },
                new FormField.OneLine(Speaker, ModeratorWords.AddSpeaker)
                {
                    Value = Cut(add.Speaker, FactSheet.LongestAnswer),
                    Hint = ModeratorWords.AddSpeakerHint,
                    Known = room.KnownSpeakers,
                    IsRequired = false,
                }
            )
            {
                Id = room.FormId(FormKind.Add),
                Headline = ModeratorWords.AddHeadline,
            }
        );

    public Handling Filled(FormRef form, IReadOnlyDictionary<string, string> values)
    {
        string Value(string key) => values.GetValueOrDefault(key, "").Trim();
        if (form.Kind == FormKind.Add)
        {
            return Keep(new FactSheet(Value(Sentence), Value(From), Value(Speaker)), item: null);
        }

        return form.Item is { } item && room.Queue.Find(item.Item) is QueueItem.Draft draft
            ? Keep(With(draft.Sheet, form.Kind, Value(Settled)), item)
            : Gone(form.Item?.Item);
    }

    private static FactSheet With(FactSheet sheet, FormKind kind, string value) =>
        kind switch
        {
            FormKind.Kind => sheet with { Kind = Vocabulary.Read<FactKind>(value) },
            FormKind.Status => sheet with { Status = Vocabulary.Read<FactStatus>(value) },
            FormKind.Date => sheet with { On = value },
            FormKind.Actors => sheet with { Actors = value },
            FormKind.Speaker when value.StartsWith(NewOne, StringComparison.Ordinal) => sheet with
            {
                SpeakerIs = null,
                SpeakerKind = Vocabulary.Read<EntityKind>(value[NewOne.Length..]),
            },
            FormKind.Speaker => sheet with { SpeakerIs = new EntityId(value), SpeakerKind = null },
            _ => throw new UnreachableException(),
        };

    private Handling Continue(string named, string? settle) =>
        ItemRef.TryParse(named.Trim()) is not { } reference ? new Handling.Now(ModeratorWords.NoSuchItem(room.Naming))
        : room.Queue.Find(reference.Item) is not QueueItem.Draft draft ? Gone(reference.Item)
        : DraftFields.Read(settle) is { } field ? new Handling.Now(Settle(field, draft))
        : new Handling.Now(DraftCards.Of(draft, room));

    private Handling.Now Gone(ItemId? item) =>
        new(
            item is { } known && room.Queue.WhatBecameOf(known) is { } settled
                ? new Refusal { Headline = QueueWords.WasSettled(settled) }
                : ModeratorWords.NoSuchItem(room.Naming)
        );

    private Handling Keep(FactSheet sheet, ItemRef? item) =>
        asking.Later(
            new Change.KeepDraft(sheet, item?.Item, item?.Version),
            say: (now, done) =>
                now.Queue.Find(done.Item!.Value) is QueueItem.Draft draft
                    ? DraftCards.Of(draft, now)
                    : ModeratorWords.NoSuchItem(now.Naming)
        );

    private Form Settle(DraftField field, QueueItem.Draft draft)
    {
        var proposed = DraftPasses.Propose(draft.Sheet, room.Story, room.Today);
        var (kind, input) = field switch
        {
            DraftField.Kind => (FormKind.Kind, Choice(ModeratorWords.Kind, Kinds(), Vocabulary.Word(proposed.Kind))),
            DraftField.Status => (FormKind.Status, Choice(ModeratorWords.Status, Statuses(), Vocabulary.Word(proposed.Status))),
            DraftField.Speaker => (FormKind.Speaker, Choice(ModeratorWords.Speaker, Speakers(proposed), null)),
            DraftField.Date => (
                FormKind.Date,
                (FormField)
                    new FormField.Day(Settled, ModeratorWords.Date)
                    {
                        Value = proposed.On?.ToString(),
                        Hint = ModeratorWords.DateHint,
                        IsRequired = false,
                    }
            ),
            _ => (
                FormKind.Actors,
                new FormField.OneLine(Settled, ModeratorWords.Actors)
                {
                    Value = string.Join(", ", proposed.Actors.Select(actor => actor.Name)),
                    Hint = ModeratorWords.ActorsHint,
                    IsRequired = false,
                }
            ),
        };
        return new Form(ModeratorWords.SettleTitle, input)
        {
            Id = room.FormId(kind, item: ItemRef.Of(draft)),
            Headline = ModeratorWords.SettleHeadline,
        };
    }

    private static FormField Choice(string label, IEnumerable<FormOption> options, string? value) =>
        new FormField.Choice(Settled, label, [.. options.Take(FormLimits.Options)]) { Value = value };

    private static IEnumerable<FormOption> Kinds() =>
        Enum.GetValues<FactKind>()
            .Where(kind => kind != FactKind.Account)
            .Select(kind => new FormOption(Vocabulary.Word(kind), Vocabulary.Word(kind)));

    private static IEnumerable<FormOption> Statuses() =>
        StatusWords
            .All.Where(word => word.Status != FactStatus.Confirmed)
            .Select(word => new FormOption($"{word.Label}: {word.Meaning}", Vocabulary.Word(word.Status)));

    private IEnumerable<FormOption> Speakers(ProposedFact proposed) =>
        ReadSpeaker
            .Candidates(proposed.Sheet.Speaker, room.Story)
            .Select(entity => new FormOption(entity.Name, entity.Id.Value))
            .Concat(
                new[] { EntityKind.Person, EntityKind.Organisation, EntityKind.Group }.Select(kind => new FormOption(
                    ModeratorWords.NewSpeaker(proposed.Sheet.Speaker, kind),
                    NewOne + Vocabulary.Word(kind)
                ))
            );

    private static string? Cut(string? text, int most) => text is null ? null : Cutting.Shorten(text.Trim(), most);
}
