using Bot.Core.Questions.Ranking;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>Turns words and names into the terms a matching text should hold, each with its weight and with what else will do.</summary>
internal static class WeighTerms
{
    private const float SameConcept = 0.75f;
    private const float Related = 0.5f;

    public static Question Apply(Question question, Context context)
    {
        var terms = new List<Term>();
        for (var at = 0; at < question.Words.Count; )
        {
            var mention = question.Mentions.FirstOrDefault(mention => mention.At == at);
            if (mention is not null)
            {
                terms.Add(OfName(question, mention, context.Index));
                at += mention.Length;
                continue;
            }

            if (!question.Words[at].IsStop && !question.CueWords.Contains(at) && OfWord(question, at, context.Index) is { } term)
            {
                terms.Add(term);
            }

            at++;
        }

        return question with
        {
            Terms =
            [
                .. terms.DistinctBy(term =>
                    (
                        term.Entity?.Id,
                        term.Alternatives.Count > 0 ? term.Alternatives[0].Term : -1,
                        term.Alternatives.Count > 0 ? "" : term.Shown
                    )
                ),
            ],
        };
    }

    private static Term OfName(Question question, Mention mention, StoryIndex index)
    {
        var marker = index.MarkerOf(mention.Entity.Id);
        var alternatives = new List<(int, float)> { (marker, 1f) };
        foreach (var entity in index.Book.Entities)
        {
            if (entity.Of == mention.Entity.Id || mention.Entity.Of == entity.Id)
            {
                alternatives.Add((index.MarkerOf(entity.Id), Related));
            }
        }

        var shown = string.Join(' ', question.Words.Skip(mention.At).Take(mention.Length).Select(word => word.Typed ?? word.Normal));
        return new Term(shown, Weight(5f, index.Facts.Idf(marker)), alternatives, IsName: false, mention.Entity, Concept: null);
    }

    private static Term? OfWord(Question question, int at, StoryIndex index)
    {
        var word = question.Words[at];
        var alternatives = new List<(int, float)>();
        if (word.TermId >= 0)
        {
            alternatives.Add((word.TermId, 1f));
        }

        var terms = question.Words.Select(w => w.TermId).ToArray();
        string? concept = null;
        if (word.TermId >= 0)
        {
            foreach (var marker in index.Concepts.Longest(terms, at).Markers)
            {
                alternatives.Add((marker, SameConcept));
                concept ??= index.Terms.Name(marker)[1..];
            }
        }

        var rarity = WordRanks.Rarity(word.Normal);
        var spoken = alternatives.Any(alternative => index.Speaks(alternative.Item1));
        var isName = char.IsDigit(word.Normal[0]) || (!spoken && (word.IsCapitalised && at > 0 || !WordRanks.Knows(word.Normal)));
        var weight = Weight(rarity, spoken ? alternatives.Max(alternative => index.Facts.Idf(alternative.Item1)) : index.Facts.Idf(-1));
        return new Term(word.Typed ?? word.Normal, weight, alternatives, isName, Entity: null, concept);
    }

    /// <summary>Half from English at large, half from this story: a word all facts share tells nothing apart.</summary>
    private static float Weight(float rarity, float idf) => 0.2f + (0.5f * Math.Min(rarity, 9f) / 9f) + (0.5f * Math.Min(idf, 8f) / 8f);
}
