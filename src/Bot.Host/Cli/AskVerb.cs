using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Host.Api;
using Command = System.CommandLine.Command;

namespace Bot.Host.Cli;

/// <summary><c>ask</c>: one question, answered on the terminal.</summary>
internal sealed class AskVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;
    private readonly Argument<string[]> question = new("question")
    {
        Description = "The question; without one, the story so far.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<bool> json = new("--json") { Description = "Answer as one line of JSON." };
    private readonly Option<string?> asOf = new("--as-of") { Description = "Answer from what was known by this day.", HelpName = "D" };
    private readonly Option<string?> story = new("--story") { Description = "The story, by its slug.", HelpName = "S" };

    public AskVerb(Surroundings around)
        : base("ask", "Answer one question from the files.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        Add(question);
        Add(json);
        Add(asOf);
        Add(story);
        folders.AddTo(this);
        question.Validators.Add(RefuseMistypedOptions);
        SetAction(Ask);
    }

    // The words of a question may be anything, so a mistyped option would else be read as one of them.
    private void RefuseMistypedOptions(ArgumentResult words)
    {
        var mistyped = words
            .Tokens.Select(token => token.Value)
            .FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ', StringComparison.Ordinal));
        if (mistyped is not null)
        {
            words.AddError($"'{mistyped}' is no option of ask.{NearMiss.Question(mistyped, Options.Select(option => option.Name))}");
        }
    }

    private async Task<int> Ask(ParseResult parsed, CancellationToken cancellation)
    {
        try
        {
            var words = string.Join(' ', parsed.GetValue(question) ?? []).Trim();
            var clock = new AsOf(Known: Day(parsed.GetValue(asOf)));
            if (words.Length > AskRequest.LongestQuestion || (parsed.GetValue(json) && words.Length == 0))
            {
                throw new RefusedException(AskRequest.Unanswerable(words)!);
            }

            var shelf = await Load(parsed, cancellation);
            var slug = Asking.Story(shelf, shelf.Now, parsed.GetValue(story)).Story.Slug;
            around.Out.WriteLine(
                parsed.GetValue(json)
                    ? JsonSerializer.Serialize(
                        new Asking(shelf, new Desk(shelf, around.Time), around.Time).Ask(new AskRequest(words, clock, slug.Value)),
                        AnswerJson.Readable.AnswerBody
                    )
                    : PlainText.Of(Reply(words, clock, shelf, slug))
            );
            return ExitCode.Done;
        }
        catch (RefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.BadUsage;
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }

    /// <summary>A line that begins with a slash is a command, as in the console.</summary>
    private Reply Reply(string words, AsOf clock, Shelf shelf, StorySlug slug)
    {
        var desk = new Desk(shelf, around.Time);
        if (!words.StartsWith('/'))
        {
            return desk.Handle(new Core.Conversation.Command.Ask(words, clock), slug);
        }

        return Grammar.Parse(words) switch
        {
            Parsed.Understood understood => desk.Handle(understood.Command, slug, asOf: clock),
            Parsed.NotUnderstood not => not.Reply,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Shelf> Load(ParseResult parsed, CancellationToken cancellation)
    {
        var files = folders.Find(parsed);
        var read = files.Read();
        if (read.Problems.Count > 0)
        {
            throw new StartupRefusedException([.. read.Problems.Select(problem => problem.ToString())]);
        }

        var shelf = new Shelf();
        await new StoryKeeper(new InMemoryJournal(around.Time), shelf, around.Time, around.Paths.IsDevelopment).Load(
            read.Books,
            read.Lexicon,
            files.Default,
            cancellation
        );
        return shelf;
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null
        : PartialDate.TryParse(text) is { } date ? date.Last
        : throw new RefusedException($"--as-of is '{text}', which is no real date: write it as 2025-09-25, 2025-09 or 2025.");
}
