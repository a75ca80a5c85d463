using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>"What is going on?": the story card, whole or as it stood on a day.</summary>
internal static class Overview
{
    private const int Lines = 5;

    private static readonly FactKind[] ByImportance =
    [
        FactKind.Suspension,
        FactKind.Act,
        FactKind.Claim,
        FactKind.Finding,
        FactKind.Limit,
        FactKind.Exemption,
        FactKind.NonAnswer,
        FactKind.Response,
        FactKind.Figure,
        FactKind.Background,
    ];

    public static Draft? Apply(Case found)
    {
        if (!IsAskedFor(found))
        {
            return null;
        }

        if (found.Book.Facts.Count == 0)
        {
            return Opening(found);
        }

        var lines = Card(found);
        if (lines.Count == 0)
        {
            return null;
        }

        return Draft.Answered(
            new Shape.Overview([.. lines.Select(line => (IReadOnlyList<ScoredFact>)[.. line.Select(fact => fact.Scored)])]),
            [.. lines.SelectMany(line => line)],
            1
        );
    }

    /// <summary>Where a fact stands among others of a day: what was done first, what was said of it after.</summary>
    public static int Importance(Fact fact) => Array.IndexOf(ByImportance, fact.Kind) is >= 0 and var place ? place : ByImportance.Length;

    private static bool IsAskedFor(Case found)
    {
        var question = found.Question;
        return (question.AsOf.Known is not null && question.Terms.All(term => term.Shown is "know" or "known"))
            || (
                question.Asks("overview")
                && question.Terms.All(term =>
                    !term.IsOfDate
                    && (
                        IsWhatItIsAbout(found, term)
                        || IsOfTitle(found, term)
                        || NamesTheStory(found, term)
                        || (term.Entity is null && (!found.Spoken(term) || found.Story.Index.Lexicon.Light.Contains(term.Shown)))
                    )
                )
            );
    }

    /// <summary>"The X thing", "that X mess": a name that the first line of the card speaks of stands for the story.</summary>
    private static bool NamesTheStory(Case found, Term term) =>
        term.Entity is { } entity
        && found.Book.Story.Card is [[var first, ..], ..]
        && found.Find(first)?.Fact.About.Contains(entity.Id) is true;

    /// <summary>A word of the story's title does not narrow the question either.</summary>
    private static bool IsOfTitle(Case found, Term term) =>
        ReadWords
            .Split(found.Book.Story.Title)
            .Select(word => found.Story.Index.Terms.Find(word.Normal))
            .Any(word => term.Alternatives.Any(alternative => alternative.Term == word && alternative.Credit >= 1));

    /// <summary>Where there are only documents, the first whole sentence of the first.</summary>
    private static Draft? Opening(Case found)
    {
        if (!found.Question.Terms.All(term => term.Entity is null && found.Story.Index.Lexicon.Light.Contains(term.Shown)))
        {
            return null;
        }

        var sentences = found.Story.Index.PassageList.Where(sentence => !found.Story.Withheld.Has(sentence));
        var whole = sentences.FirstOrDefault(sentence => sentence.IsWhole);
        return (whole ?? sentences.FirstOrDefault()) is { } opening
            ? Draft.Answered(new Shape.FromPassage(), [], 0.5) with
            {
                Opening = opening,
            }
            : null;
    }

    /// <summary>The lines of the card that are in force; where a story names none, its facts by kind.</summary>
    public static IReadOnlyList<IReadOnlyList<Found>> Card(Case found)
    {
        var card = found
            .Book.Story.Card.Select(line => (IReadOnlyList<Found>)[.. line.Select(id => found.Find(id)).OfType<Found>()])
            .Where(line => line.Count > 0)
            .ToList();
        if (card.Count > 1 || (card.Count > 0 && found.Question.AsOf.Known is null))
        {
            return card;
        }

        return
        [
            .. found
                .ByKind(ByImportance)
                .Where(fact => fact.Fact is not Account && WasSaid(found, fact.Fact))
                .Take(Lines)
                .Select(fact => (IReadOnlyList<Found>)[fact]),
        ];
    }

    /// <summary>As of a day, what somebody says counts from when it was said: the day that it speaks of may lie long before.</summary>
    private static bool WasSaid(Case found, Fact fact) =>
        found.Question.AsOf.Known is null
        || fact.SaidOn is not null
        || fact.Kind is FactKind.Suspension or FactKind.Act or FactKind.Limit or FactKind.Exemption or FactKind.Background;

    /// <summary>Naming the main parties of a story does not narrow the question.</summary>
    public static bool IsWhatItIsAbout(Case found, Term term) =>
        term.Shown is "story" or "news" or "far" or "matter" or "affair" || (term.Entity is { } entity && IsWhatItIsAbout(found, entity));

    public static bool IsWhatItIsAbout(Case found, Entity entity) => found.Book.Concerning(entity.Id) * 6 >= found.Book.Facts.Count;
}
