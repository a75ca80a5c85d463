using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Knowledge.Stories;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Exports;

/// <summary>A patch, or what is wrong with the files that it should change.</summary>
public abstract record PatchResult
{
    private PatchResult() { }

    /// <param name="Text">Empty when there is nothing to take over.</param>
    public sealed record Written(string Text) : PatchResult;

    /// <param name="Problems">At least one, by place.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : PatchResult;
}

/// <summary>
/// A community's changes as a unified diff of the folders <c>knowledge</c> and <c>seeds</c>, for whoever keeps the base to take over with
/// <c>git apply</c> or <c>patch -p1</c>. What the community held or withdrew is named in its heading, not taken out.
/// </summary>
public sealed class KnowledgePatch
{
    private readonly CommunityExport export;
    private readonly FactBook book;
    private readonly Folder folder;
    private readonly PlainIds ids;
    private readonly StoryWriter writer;
    private readonly StoryWriter whole;
    private readonly List<Problem> problems;

    private KnowledgePatch(CommunityExport export, FactBook book, Folder folder, List<Problem> problems)
    {
        (this.export, this.book, this.folder, this.problems) = (export, book, folder, problems);
        ids = new PlainIds(export, book);
        writer = StoryWriter.Of(book, export.Cast) with { Call = ids.Of };
        whole = writer with { Whole = true };
    }

    /// <summary>Writes the patch.</summary>
    /// <param name="book">The base, as the files have it now.</param>
    /// <param name="knowledgeDirectory">The folder that the book was read from, with a folder for each story.</param>
    public static PatchResult Of(CommunityExport export, FactBook book, string knowledgeDirectory)
    {
        var problems = new List<Problem>();
        var text = Folder.Open(knowledgeDirectory, "facts", problems) is { } folder
            ? new KnowledgePatch(export, book, folder.Inner(export.Story.Value), problems).Text()
            : "";
        return problems.Count == 0 ? new PatchResult.Written(text) : new PatchResult.Refused(problems);
    }

    /// <summary>Writes the patch to the base of a story as a community has it; an empty one for a story that only the community has.</summary>
    public static PatchResult Of(CommunityExport export, StorySnapshot story, string knowledgeDirectory) =>
        export.Under is ExportedStory.Base ? Of(export, (story.Below ?? story).Book, knowledgeDirectory) : new PatchResult.Written("");

    private string Text()
    {
        string[] diffs =
        [
            .. export.Cast.Seeds.Select(Seed),
            List("sources.yaml", Shapes.Source.Keys, export.Cast.Sources.Select(source => New(writer.Source(source)))),
            List(
                "entities.yaml",
                Shapes.Entity.Keys,
                [.. export.Cast.Entities.Select(entity => New(writer.Entity(entity))), .. book.Entities.Select(Named).OfType<Entered>()]
            ),
            List("facts.yaml", Shapes.Fact.Keys, export.Facts.Select(Fact)),
        ];
        // A story of documents alone has no files to change.
        return !folder.Exists || diffs.All(diff => diff.Length == 0) ? "" : Heading() + string.Concat(diffs);
    }

    private string Seed(Seed seed) => UnifiedDiff.OfNew($"seeds/{export.Story}/{ids.Of(seed.Id.Value)}.md", writer.Seed(seed));

    private Entered Fact(Fact fact)
    {
        if (book.Find(fact.Id) is not { } was)
        {
            // In the files the default would be the day of the edition that takes it over.
            return New(writer.Fact(fact with { KnownIsStated = true }));
        }

        var now = fact with { Id = was.Id, Formerly = was.Formerly };
        return new Entered(writer.Fact(now), whole.Fact(was), whole.Fact(now));
    }

    /// <summary>One of the base that the community calls otherwise besides; null where it does not.</summary>
    private Entered? Named(Entity was)
    {
        var more = export.Names.Where(added => added.Entity == was.Id).Select(added => added.Name).Except(was.Aliases).ToList();
        var now = writer.Entity(was with { Aliases = [.. was.Aliases, .. more] });
        return more.Count == 0 ? null : new Entered(now, writer.Entity(was), now);
    }

    private static Entered New(Mapping entry) => new(entry, null, entry);

    private string List(string name, IEnumerable<string> keys, IEnumerable<Entered> entries)
    {
        var wanted = entries.ToList();
        var path = $"knowledge/{export.Story}/{name}";
        if (wanted.Count == 0)
        {
            return "";
        }

        if (!File.Exists(Path.Combine(folder.Location, name)))
        {
            return UnifiedDiff.OfNew(path, StoryWriter.Text(wanted.Select(entry => entry.Now), apart: true));
        }

        if (folder.Read(name, problems) is not { } file)
        {
            return "";
        }

        var tree = TreeReader.Read(file.Text, file.Path, linesBefore: 0, problems, out var read);
        if (read && tree is not (null or Sequence))
        {
            problems.Add(new Problem(tree.At, $"The file takes a list, and this is {tree.Shape}."));
        }

        return read && tree is null or Sequence
            ? UnifiedDiff.Of(path, file.Text, new ListEdits(file.Text, tree as Sequence, keys).Enter(wanted))
            : "";
    }

    /// <summary>What stands before the first diff, which both programs pass over.</summary>
    private string Heading()
    {
        List<string> lines =
        [
            $"A community's changes to the story {export.Story}, against edition {book.Story.Edition}.",
            "Take them over in the folder that holds `knowledge` and `seeds`, with `git apply facts.patch` or `patch -p1 < facts.patch`.",
            $"Then raise `edition` in knowledge/{export.Story}/story.yaml with a note of what changed, and run `check`.",
        ];
        if (ids.All.Any())
        {
            lines.Add(
                "Ids of a community begin with ~, which the files do not allow. Give them names before they are published, since they stay:"
            );
            lines.AddRange(ids.All.Select(id => $"  {id.Key} is {id.Value} here"));
        }

        if (export.Held.Count > 0)
        {
            lines.Add("The community holds these while they are checked: look before you take them over:");
            lines.AddRange(export.Held.Select(held => $"  {ids.Of(held.Fact.Value)}"));
        }

        if (export.Withdrawn.Count > 0)
        {
            lines.Add("The community no longer gives these. The patch leaves them in: decide whether they have ended:");
            lines.AddRange(export.Withdrawn.Select(fact => $"  {fact}"));
        }

        return string.Concat(lines.Select(line => $"# {line}\n"));
    }
}
