using System.Collections.Immutable;
using Bot.Benchmarks.Peers;
using Bot.Core.Facts;
using Bot.Core.Facts.Reading;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Quality;

/// <summary>
/// The peer: Lucene.Net's BM25 (English analyzer, k1 1.2, b 0.75) over the same sentences. It answers where its best score reaches the threshold
/// that is best for the very questions it is judged by.
/// </summary>
internal sealed class PlainBm25 : IAnswering
{
    private const int Listed = 5;

    private static readonly IReadOnlySet<string> Abbreviations = ShippedLexicon.Read().Abbreviations;

    public Task<IReadOnlyList<Answered>> Answer(Sheet sheet) =>
        Task.FromResult<IReadOnlyList<Answered>>(
            sheet.Scope == Sheet.Corpus ? Over(sheet.Documents) : [.. sheet.Documents.SelectMany(document => Over([document]))]
        );

    public IReadOnlyList<Answered> Judged(IReadOnlyList<Answered> answers, params Tier[] tiers)
    {
        double Balanced(double threshold) => Refusing.Of(At(answers, threshold), tiers).Balanced;
        return At(answers, answers.Select(answer => answer.Confidence).Distinct().MaxBy(Balanced));
    }

    private static List<Answered> At(IReadOnlyList<Answered> answers, double threshold) =>
        [.. answers.Select(answer => answer with { Said = answer.Confidence >= threshold })];

    private static List<Answered> Over(IReadOnlyList<SheetDocument> documents)
    {
        var sentences = documents
            .SelectMany(document =>
                PassageReader
                    .Read(new SeedId("document"), document.Text, Abbreviations)
                    .Select(passage => new Found(document.Id, passage.Start, passage.End, passage.Text))
            )
            .ToList();
        using var index = new LuceneIndex(sentences.Select(sentence => sentence.Text), ImmutableHashSet<string>.Empty);
        return [.. documents.SelectMany(document => document.Questions.Select(asked => Ask(document, asked, index, sentences)))];
    }

    private static Answered Ask(SheetDocument document, Asked asked, LuceneIndex index, List<Found> sentences)
    {
        var hits = index.Search(asked.Q, Listed);
        return new Answered(document, asked, false, hits is [var best, ..] ? best.Score : 0, [.. hits.Select(hit => sentences[hit.Doc])]);
    }
}
