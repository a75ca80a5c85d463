using Bot.Core.Facts;
using Bot.Core.Questions;
using Bot.Knowledge.Lexicons;
using Bot.Knowledge.Stories;

namespace Bot.Knowledge;

/// <summary>What was read from a pair of folders. A book that built is there even when another has problems.</summary>
/// <param name="Books">By slug.</param>
/// <param name="Problems">Those of all stories at once, by file, line and column.</param>
public sealed record LibraryResult(IReadOnlyList<FactBook> Books, Lexicon Lexicon, IReadOnlyList<Problem> Problems);

/// <summary>Reads all stories and the lexicon from their files, as docs/story-format.md describes them.</summary>
public static class Library
{
    private const string LexiconName = "lexicon";

    /// <summary>Reads everything there is; whatever is wrong with it, missing folders included, comes back as a problem, never as an exception.</summary>
    /// <param name="seedsDirectory">The folder of source documents, one folder or file a story.</param>
    /// <param name="knowledgeDirectory">The folder of reviewed facts, one folder a story, and the lexicon.</param>
    /// <param name="shipped">Stands in for the parts of the lexicon that the folder does not have.</param>
    public static LibraryResult Read(string seedsDirectory, string knowledgeDirectory, Lexicon shipped)
    {
        var problems = new List<Problem>();
        var seeds = Folder.Open(seedsDirectory, "documents", problems, "seeds");
        var knowledge = Folder.Open(knowledgeDirectory, "facts", problems, "knowledge");
        var lexicon = knowledge?.Inner(LexiconName) is { Exists: true } folder ? LexiconFolder.Read(folder, shipped, problems) : shipped;
        var books = new List<FactBook>();
        foreach (var draft in OneOfEachSlug(Drafts(seeds, knowledge, problems), problems))
        {
            switch (FactBook.Build(draft, lexicon.Abbreviations))
            {
                case BuildResult.Built built:
                    books.Add(built.Book);
                    break;
                case BuildResult.Refused refused:
                    problems.AddRange(refused.Problems);
                    break;
            }
        }

        return new LibraryResult([.. books.OrderBy(book => book.Story.Slug.Value, StringComparer.Ordinal)], lexicon, ByPlace(problems));
    }

    private static List<StoryDraft> Drafts(Folder? seeds, Folder? knowledge, List<Problem> problems)
    {
        // Without documents no curated story is whole: each then carries what was said of the missing folder, which is told once.
        var missing = seeds is null ? problems.ToList() : [];
        var curated = knowledge is null ? [] : knowledge.Folders(problems).Where(name => name != LexiconName).ToList();
        var drafts = curated.Select(name => StoryFolder.Curated(knowledge!.Inner(name), seeds?.Inner(name), missing)).ToList();
        if (seeds is null)
        {
            return drafts;
        }

        drafts.AddRange(
            seeds.Folders(problems).Except(curated, StringComparer.Ordinal).Select(name => StoryFolder.Documents(seeds.Inner(name)))
        );
        foreach (var name in seeds.Files(problems).Where(name => !StoryFolder.IsReadme(name)))
        {
            if (SeedFile.IsOne(name))
            {
                drafts.Add(StoryFolder.Document(seeds, name));
            }
            else
            {
                problems.Add(
                    new Problem(
                        new Place($"{seeds.Shown}/{name}", 1, 1),
                        "Only .md and .txt files are read as documents: save it as one, or take it away."
                    )
                );
            }
        }

        return drafts;
    }

    private static List<StoryDraft> OneOfEachSlug(IEnumerable<StoryDraft> drafts, List<Problem> problems)
    {
        var bySlug = new Dictionary<string, StoryDraft>(StringComparer.Ordinal);
        var kept = new List<StoryDraft>();
        StoryDraft? first = null;
        foreach (var draft in drafts)
        {
            if (draft.Slug is { Refused: false } slug && !bySlug.TryAdd(slug.Value.Trim(), draft))
            {
                problems.Add(
                    new Problem(
                        draft.At,
                        $"There is a story '{slug.Value.Trim()}' already ({bySlug[slug.Value.Trim()].At.File}): rename one of the two."
                    )
                );
                continue;
            }

            kept.Add(draft);
            if (draft.Default is not { Refused: false } wanted || wanted.Value.Trim() != "true")
            {
                continue;
            }

            if (first is null)
            {
                first = draft;
            }
            else
            {
                problems.Add(
                    new Problem(wanted.At, $"One story is the default already ({first.Default!.At}): take `default` out of one of the two.")
                );
            }
        }

        return kept;
    }

    internal static List<Problem> ByPlace(IEnumerable<Problem> problems) =>
        [
            .. problems
                .Distinct()
                .OrderBy(problem => problem.At.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.At.Line)
                .ThenBy(problem => problem.At.Column),
        ];
}
