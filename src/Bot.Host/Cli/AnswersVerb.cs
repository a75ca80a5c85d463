using System.CommandLine;
using Bot.Host.Bulk;

namespace Bot.Host.Cli;

/// <summary><c>answers</c>: the bulk door, for measuring.</summary>
internal sealed class AnswersVerb : Command
{
    private readonly Surroundings around;
    private readonly Option<string> documents = new("--documents")
    {
        Description = "A JSON line a document: {id, title?, text, questions: [{id, q}]}.",
        HelpName = "IN.jsonl",
        Required = true,
    };
    private readonly Option<string> answers = new("--out")
    {
        Description = "Where to write a JSON line an answer.",
        HelpName = "OUT.jsonl",
        Required = true,
    };
    private readonly Option<string> scope = new("--scope")
    {
        Description = "document: only its own text is known to a question; corpus: all texts at once.",
        DefaultValueFactory = _ => "document",
    };

    public AnswersVerb(Surroundings around)
        : base("answers", "Answer many questions about given texts, for measuring.")
    {
        this.around = around;
        scope.AcceptOnlyFromAmong("document", "corpus");
        Add(documents);
        Add(answers);
        Add(scope);
        SetAction(Answer);
    }

    private async Task<int> Answer(ParseResult parsed, CancellationToken cancellation)
    {
        var input = around.Paths.FromCommandLine(parsed.GetValue(documents)!);
        var output = around.Paths.FromCommandLine(parsed.GetValue(answers)!);
        if (!File.Exists(input))
        {
            around.Error.WriteLine($"There is no file {input}.");
            return ExitCode.BadUsage;
        }

        try
        {
            var bulk = new BulkAnswers(around.Time, around.Error);
            var written =
                parsed.GetValue(scope) == "corpus"
                    ? await bulk.Corpus(input, output, cancellation)
                    : await bulk.Documents(input, output, cancellation);
            around.Out.WriteLine($"{written.Questions} questions of {written.Documents} documents answered.");
            return written.Refused == 0 ? ExitCode.Done : ExitCode.FoundWrong;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"The answers cannot be written: {failure.Message}");
            return ExitCode.FoundWrong;
        }
    }
}
