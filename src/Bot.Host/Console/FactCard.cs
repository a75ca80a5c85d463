using Bot.Core.Conversation;
using Bot.Core.Facts;

namespace Bot.Host.Console;

/// <summary>A card of one fact: what it says never stands without how it stands.</summary>
internal sealed record FactCard
{
    private FactCard() { }

    public required FactId Id { get; init; }
    public required int Revision { get; init; }
    public required FactKind Kind { get; init; }
    public required string Says { get; init; }

    /// <summary>Null too where the statement itself gives the words.</summary>
    public required string? Quote { get; init; }
    public required string? Scope { get; init; }
    public required Attribution Attribution { get; init; }
    public required Reading Reading { get; init; }

    /// <summary>The class of the chip: the status, or the kind where that says more.</summary>
    public string Chip => Kind is FactKind.NonAnswer or FactKind.Account ? Vocabulary.Word(Kind) : Vocabulary.Word(Attribution.Status);

    public static FactCard Of(IShownFact fact, Reading reading) =>
        new()
        {
            Id = fact.Id,
            Revision = fact.Revision,
            Kind = fact.Kind,
            Says = fact.Says,
            Quote = Unsaid(fact.Quote, fact.Says),
            Scope = fact.Scope,
            Attribution = fact.Attribution,
            Reading = reading,
        };

    private static string? Unsaid(string? quote, string says) =>
        quote is not null && says.Contains(quote, StringComparison.Ordinal) ? null : quote;
}

/// <summary>What is said about a source under a card: its name, whether we have read it, and the very sentences.</summary>
internal sealed record SourceView(string Words, Source Source, IReadOnlyList<string> Sentences, bool OurNote)
{
    public static IEnumerable<SourceView> Of(FactCard card) =>
        card
            .Attribution.Sources.GroupBy(citation => (citation.Words, citation.Source.Id))
            .Select(group => new SourceView(
                char.ToUpperInvariant(group.Key.Words[0]) + group.Key.Words[1..],
                group.First().Source,
                [.. group.Select(citation => citation.Sentence).OfType<string>().Distinct()],
                group.Any(citation => citation.Seed is { } seed && Form(card, seed) == SeedForm.Notes)
            ));

    private static SeedForm? Form(FactCard card, SeedId id) => card.Reading.Story?.Book.Seeds.FirstOrDefault(seed => seed.Id == id)?.Form;
}
