using System.Text;
using System.Text.Json;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;

namespace Bot.Host.Bulk;

/// <summary>How much was done.</summary>
internal sealed record BulkCount(int Documents, int Questions, int Refused);

/// <summary>Answers the questions of a file of documents, in its order. A line that cannot be used is named, and the others are still done.</summary>
internal sealed class BulkAnswers(TimeProvider time, TextWriter complaints)
{
    /// <summary>Documents in memory at once: enough to keep every processor busy.</summary>
    private const int Batch = 64;

    private readonly Lexicon lexicon = ShippedLexicon.Read();
    private int refused;

    /// <summary>Each text is known to its own questions only.</summary>
    public async Task<BulkCount> Documents(string input, string output, CancellationToken cancellation)
    {
        await using var answers = new StreamWriter(output, append: false, new UTF8Encoding(false));
        var (documents, questions) = (0, 0);
        foreach (var batch in Read(input).Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (
                var (line, lines, problem) in await Task.WhenAll(batch.Select(entry => Task.Run(() => Answer(entry.Line, entry.Document))))
            )
            {
                if (problem is not null)
                {
                    Refuse(line, problem);
                    continue;
                }

                documents++;
                questions += lines.Count;
                foreach (var answer in lines)
                {
                    await answers.WriteLineAsync(answer);
                }
            }
        }

        return new BulkCount(documents, questions, refused);
    }

    /// <summary>All texts of the file are known to every question.</summary>
    public async Task<BulkCount> Corpus(string input, string output, CancellationToken cancellation)
    {
        await using var answers = new StreamWriter(output, append: false, new UTF8Encoding(false));
        var documents = Read(input).Select(entry => entry.Document).ToList();
        if (documents.Count == 0)
        {
            return new BulkCount(0, 0, refused);
        }

        var story = await BulkStory.Of(documents, lexicon, time);
        var questions = 0;
        foreach (
            var batch in documents.SelectMany(document => document.Questions.Select(question => (document.Id, question))).Chunk(Batch * 16)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in batch.AsParallel().AsOrdered().Select(asked => Line(story.Answer(asked.Id, asked.question))))
            {
                questions++;
                await answers.WriteLineAsync(line);
            }
        }

        return new BulkCount(documents.Count, questions, refused);
    }

    private async Task<(int Line, List<string> Lines, string? Problem)> Answer(int line, BulkDocument document)
    {
        try
        {
            var story = await BulkStory.Of([document], lexicon, time);
            return (line, [.. document.Questions.Select(question => Line(story.Answer(document.Id, question)))], null);
        }
        catch (FormatException unusable)
        {
            return (line, [], unusable.Message);
        }
    }

    private IEnumerable<(int Line, BulkDocument Document)> Read(string input)
    {
        var number = 0;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(input))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Read(line, number) is not { } document)
            {
                continue;
            }

            if (seen.TryAdd(document.Id, number))
            {
                yield return (number, document);
            }
            else
            {
                Refuse(number, $"the document '{document.Id}' stands on line {seen[document.Id]} already.");
            }
        }
    }

    private BulkDocument? Read(string line, int number)
    {
        try
        {
            return BulkDocument.Read(line);
        }
        catch (FormatException unusable)
        {
            Refuse(number, unusable.Message);
            return null;
        }
    }

    private void Refuse(int line, string problem)
    {
        refused++;
        complaints.WriteLine($"Line {line}: {problem}");
    }

    private static string Line(BulkAnswer answer) => JsonSerializer.Serialize(answer, BulkJson.Readable.BulkAnswer);
}
