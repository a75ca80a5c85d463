using System.CommandLine;
using Bot.Core.Facts;

namespace Bot.Host.Cli;

/// <summary><c>check</c>: reads the files and names every mistake in them.</summary>
internal sealed class CheckVerb : Command
{
    private readonly Surroundings around;
    private readonly FolderOptions folders;

    public CheckVerb(Surroundings around)
        : base("check", "Read all files and name every mistake, with file, line, column and remedy.")
    {
        (this.around, folders) = (around, new FolderOptions(around));
        folders.AddTo(this);
        SetAction(Check);
    }

    private int Check(ParseResult parsed)
    {
        try
        {
            var files = folders.Find(parsed);

            // Run in another folder, it reads other stories than were meant: who is told what was read can see it.
            around.Out.WriteLine($"Documents are read from {files.Seeds}, facts from {files.Knowledge}.");
            var read = files.Read();
            foreach (var line in read.Problems.Count > 0 ? Bad(read.Problems) : Good(read.Books))
            {
                around.Out.WriteLine(line);
            }

            return read.Problems.Count > 0 ? ExitCode.FoundWrong : ExitCode.Done;
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }

    private static IEnumerable<string> Bad(IReadOnlyList<Problem> problems) =>
        problems.Select(problem => problem.ToString()).Append(Count(problems.Count, "problem") + ".");

    private static IEnumerable<string> Good(IReadOnlyList<FactBook> books)
    {
        if (books.Count == 0)
        {
            return ["There is no story: put a document into the folder of seeds, or write one with new-story."];
        }

        var stories = books.Select(book => (Summary: Summary(book), Notes: CheckNotes.Of(book).ToList())).ToList();
        var verdict = stories.TrueForAll(story => story.Notes.Count == 0)
            ? "No problems."
            : "No problems. The indented lines say what may have been forgotten.";
        return [.. stories.SelectMany(story => story.Notes.Prepend(story.Summary)), verdict];
    }

    private static string Summary(FactBook book) =>
        $"{book.Story.Slug}: {Count(book.Facts.Count, "fact")}, {Count(book.Entities.Count, "entity", "entities")}, "
        + $"{Count(book.Sources.Count, "source")}, {Count(book.Seeds.Sum(seed => seed.Passages.Count), "passage")}, edition {book.Story.Edition}";

    private static string Count(int count, string one, string? several = null) => $"{count} {(count == 1 ? one : several ?? one + "s")}";
}
