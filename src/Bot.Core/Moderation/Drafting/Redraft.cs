using Bot.Core.Facts;

namespace Bot.Core.Moderation.Drafting;

/// <summary>A fact as a draft again, whole, so that one thing of it can be said otherwise.</summary>
internal static class Redraft
{
    private static readonly Place At = new("form", 1, 1);

    public static FactDraft Of(Fact fact) =>
        new(At)
        {
            Id = Word(fact.Id.Value),
            Kind = Word(Vocabulary.Word(fact.Kind)),
            Actor = [.. fact.Actors.Select(id => Word(id.Value))],
            Action = Optional(fact.Action),
            Object = Optional(fact.Object),
            Speaker = fact.Speaker is Speaker.Carrier carrier
                ? [Word(carrier.Id.Value)]
                : [.. ((Speaker.People)fact.Speaker).Ids.Select(id => Word(id.Value))],
            Status = Word(Vocabulary.Word(fact.Status)),
            On = Optional(fact.On?.ToString()),
            OnBasis = fact.On is null ? null : Word(Vocabulary.Word(fact.OnBasis)),
            SaidOn = Optional(fact.SaidOn?.ToString()),
            SaidOnBasis = fact.SaidOn is null ? null : Word(Vocabulary.Word(fact.SaidOnBasis)),
            Holds = Word(Vocabulary.Word(fact.Holds)),
            Known = fact.KnownIsStated ? Word(PartialDate.Of(fact.Known).ToString()) : null,
            Checked = fact.Checked is { } day ? Word(PartialDate.Of(day).ToString()) : null,
            Where = Optional(fact.Where),
            Scope = Optional(fact.Scope),
            Figure = fact.Figure is { } figure
                ? new FigureDraft(At)
                {
                    Value = Word(figure.Value),
                    Unit = Word(figure.Unit),
                    Qualifier = Optional(figure.Qualifier),
                }
                : null,
            Says = Word(fact.Says),
            Quote = Optional(fact.Quote),
            Stance = fact.Stance is { } stance ? Word(Vocabulary.Word(stance)) : null,
            Asked = [.. fact.Asked.Select(Word)],
            About = [.. fact.About.Select(id => Word(id.Value))],
            Sources = [.. fact.Sources.Select(id => Word(id.Value))],
            Links = [.. fact.Links.Select(link => new LinkDraft(Word(Vocabulary.Word(link.Kind)), [Word(link.To.Value)]))],
            Disputed = fact.Disputed is { } reason ? new DisputeDraft(At) { Reason = Word(reason) } : null,
            RestsOn = [.. fact.RestsOn.Select(Rests)],
        };

    /// <summary>As a change takes it.</summary>
    public static StoryDraft Alone(FactDraft fact) => new() { At = At, Facts = [fact] };

    /// <summary>What it rests on, with another first sentence of the same document.</summary>
    public static IReadOnlyList<EvidenceDraft> Evidence(Fact fact, string sentence) =>
        fact.RestsOn is [var first, ..] && sentence.Length > 0 && sentence != first.Sentence
            ? [new EvidenceDraft(At) { Seed = Word(first.Seed.Value), Sentence = Word(sentence) }, .. fact.RestsOn.Skip(1).Select(Rests)]
            : [.. fact.RestsOn.Select(Rests)];

    /// <summary>The fact with what a new statement rests on beside it.</summary>
    /// <param name="draft">The new statement, with its source.</param>
    public static StoryDraft Citing(Fact fact, StoryDraft draft)
    {
        var (whole, other) = (Of(fact), draft.Facts[0]);
        var sources = whole.Sources.Concat(other.Sources).DistinctBy(source => source.Value).ToList();
        return draft with
        {
            Entities = [],
            Names = [],
            Facts =
            [
                whole with
                {
                    Sources = sources,
                    RestsOn = [.. whole.RestsOn.Concat(other.RestsOn).DistinctBy(rest => (rest.Seed!.Value, rest.Sentence!.Value))],
                },
            ],
        };
    }

    public static Text Word(string text) => new(text, At);

    public static Text? Optional(string? text) => string.IsNullOrEmpty(text) ? null : Word(text);

    private static EvidenceDraft Rests(Evidence evidence) =>
        new(At) { Seed = Word(evidence.Seed.Value), Sentence = Word(evidence.Sentence) };
}
