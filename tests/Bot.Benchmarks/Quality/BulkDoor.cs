using System.Globalization;
using System.Text.Json;
using Bot.Host.Cli;
using Bot.Host.Paths;

namespace Bot.Benchmarks.Quality;

/// <summary>What came back for one question.</summary>
internal sealed record Answered(SheetDocument Document, Asked Asked, bool Said, double Confidence, IReadOnlyList<Found> Passages)
{
    /// <summary>The place of the first right sentence, from 1; null when none is listed.</summary>
    public int? Place =>
        Asked.Gold is { } gold
        && Passages.Index().Where(passage => IsRight(passage.Item, gold)).Select(passage => (int?)passage.Index).FirstOrDefault()
            is { } index
            ? index + 1
            : null;

    private bool IsRight(Found passage, Gold gold) =>
        passage.Document == Document.Id && gold.Spans.Any(span => passage.Start < span.End && span.Start < passage.End);
}

/// <summary>A listed sentence.</summary>
internal sealed record Found(string Document, int Start, int End, string Text);

/// <summary>Puts sheets through the program's own <c>answers</c> verb, as anybody would.</summary>
/// <param name="keep">Where to keep every answer as it came; null: nowhere.</param>
internal sealed class BulkDoor(string? keep) : IAnswering
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<Answered>> Answer(Sheet sheet)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-quality-");
        try
        {
            var (documents, answers) = (Path.Combine(folder.FullName, "documents.jsonl"), Path.Combine(folder.FullName, "answers.jsonl"));
            await File.WriteAllLinesAsync(documents, sheet.Documents.Select(Line));
            var around = new Surroundings(ProgramPaths.Find(), TimeProvider.System, TextWriter.Null, Console.Error);
            var code = await CommandLine.Run(["answers", "--documents", documents, "--out", answers, "--scope", sheet.Scope], around);
            var lines = await File.ReadAllLinesAsync(answers);
            if (code != 0 || lines.Length != sheet.Documents.Sum(document => document.Questions.Count))
            {
                throw new InvalidOperationException($"The bulk door did not answer all of '{sheet.Name}'.");
            }

            if (keep is not null)
            {
                await File.AppendAllLinesAsync(keep, lines);
            }

            return Read(sheet, lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Line(SheetDocument document) =>
        JsonSerializer.Serialize(
            new
            {
                document.Id,
                document.Title,
                document.Text,
                Questions = document.Questions.Select((asked, number) => new { Id = Number(number), asked.Q }),
            },
            Format
        );

    private static List<Answered> Read(Sheet sheet, IEnumerable<string> lines)
    {
        var documents = sheet.Documents.ToDictionary(document => document.Id);
        return
        [
            .. lines
                .Select(line => JsonSerializer.Deserialize<AnswerLine>(line, Format)!)
                .Select(line => new Answered(
                    documents[line.Document],
                    documents[line.Document].Questions[int.Parse(line.Question, CultureInfo.InvariantCulture)],
                    line.Outcome is "answered" or "partly",
                    line.Confidence,
                    line.Passages
                )),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record AnswerLine(string Document, string Question, string Outcome, double Confidence, IReadOnlyList<Found> Passages);
}
