using Bot.Core.Facts;
using Bot.Knowledge.Yaml;

namespace Bot.Knowledge.Stories;

/// <summary>Reads one story: its folder under knowledge, and its documents.</summary>
internal sealed class StoryFolder
{
    private static readonly string[] Names = ["story.yaml", "sources.yaml", "entities.yaml", "facts.yaml"];
    private readonly List<Problem> problems;
    private DraftParts unread;

    private StoryFolder(IEnumerable<Problem> before) => problems = [.. before];

    /// <summary>A story with a folder under knowledge.</summary>
    /// <param name="seeds">Null when there are no documents of any story.</param>
    /// <param name="before">What was said of that.</param>
    public static StoryDraft Curated(Folder knowledge, Folder? seeds, IEnumerable<Problem> before) =>
        new StoryFolder(before).ReadCurated(knowledge, seeds);

    /// <summary>A folder of documents that nobody has curated.</summary>
    public static StoryDraft Documents(Folder seeds)
    {
        var story = new StoryFolder([]);
        var drafts = story.Seeds(seeds);
        if (drafts.Count == 0 && story.problems.Count == 0)
        {
            story.problems.Add(new Problem(seeds.Place, "The folder holds no document: put .md or .txt files into it, or take it away."));
        }

        return story.Bare(Path.GetFileName(seeds.Location), seeds.Place, drafts);
    }

    /// <summary>A single document that is a story of its own.</summary>
    public static StoryDraft Document(Folder seeds, string name)
    {
        var story = new StoryFolder([]);
        var file = seeds.Read(name, story.problems);
        var drafts = file is null ? new List<SeedDraft>() : [SeedFile.Read(file, story.problems)];
        return story.Bare(Path.GetFileNameWithoutExtension(name), new Place($"{seeds.Shown}/{name}", 1, 1), drafts);
    }

    /// <summary>What a community lays over a story: the same files without story.yaml, and its own documents in a folder within.</summary>
    /// <param name="beside">The file that stands in for story.yaml, which somebody else reads.</param>
    public static StoryDraft Overlay(Folder folder, string beside) => new StoryFolder([]).ReadOverlay(folder, beside);

    private StoryDraft ReadOverlay(Folder folder, string beside)
    {
        var files = folder.Files(problems);
        OthersAreNotRead(folder, files, "an export's", [beside, .. Names[1..]]);
        return Lists(
            folder,
            files,
            new StoryDraft { At = folder.Place, Seeds = folder.Inner("seeds") is { Exists: true } seeds ? Seeds(seeds) : [] }
        );
    }

    private StoryDraft Bare(string name, Place at, List<SeedDraft> seeds)
    {
        var slug = Slug.From(name);
        if (slug is null && problems.Count == 0)
        {
            problems.Add(
                new Problem(
                    at,
                    "A story is called by the name of its folder or file, and this one has no letter a to z or digit: rename it."
                )
            );
        }

        return new StoryDraft
        {
            At = at,
            Slug = new Text(slug ?? "", at) { Refused = slug is null },
            Title = seeds.Count > 0 ? seeds[0].Title ?? new Text("", at) { Refused = true } : new Text("", at) { Refused = true },
            Language = new Text("en", at),
            TimeZone = new Text("UTC", at),
            Seeds = seeds,
            Problems = problems,
            Unread = unread,
        };
    }

    private StoryDraft ReadCurated(Folder knowledge, Folder? seeds)
    {
        var files = knowledge.Files(problems);
        OthersAreNotRead(knowledge, files, "a story's", Names);
        var story = Story(knowledge, files.Contains(Names[0]));
        SlugMustBeTheFolder(story, Path.GetFileName(knowledge.Location));
        return Lists(knowledge, files, story with { Seeds = SeedsBeside(knowledge, seeds) });
    }

    private StoryDraft Lists(Folder folder, IReadOnlyList<string> files, StoryDraft draft) =>
        draft with
        {
            Sources = List(folder, files, Names[1], Shapes.Source, source => source.Id),
            Entities = List(folder, files, Names[2], Shapes.Entity, entity => entity.Id),
            Facts = List(folder, files, Names[3], Shapes.Fact, fact => fact.Id),
            Problems = problems,
            Unread = unread,
        };

    private void OthersAreNotRead(Folder folder, IReadOnlyList<string> files, string whose, IReadOnlyList<string> names)
    {
        foreach (var stranger in files.Where(name => Path.GetExtension(name) is ".yaml" or ".yml").Except(names))
        {
            var near = NearMiss.Of(stranger, names);
            unread |= Part(near);
            problems.Add(
                new Problem(
                    new Place($"{folder.Shown}/{stranger}", 1, 1),
                    near is null
                        ? $"No such file is read: {whose} files are {string.Join(", ", names)}."
                        : $"No such file is read. Did you mean {near}? Rename it."
                )
            );
        }
    }

    private StoryDraft Story(Folder knowledge, bool there)
    {
        var at = new Place($"{knowledge.Shown}/{Names[0]}", 1, 1);
        var refused = Unread.Story(new Text("", at) { Refused = true });
        if (!there)
        {
            problems.Add(new Problem(at, "The story has no story.yaml: write one with slug, title, language, time-zone and edition."));
            return refused;
        }

        if (knowledge.Read(Names[0], problems) is not { } file)
        {
            return refused;
        }

        var tree = TreeReader.Read(file.Text, file.Path, linesBefore: 0, problems, out var read);
        if (tree is Mapping mapping)
        {
            return Shapes.Story.Read(mapping, new Reading(problems));
        }

        if (read)
        {
            problems.Add(new Problem(tree?.At ?? at, $"The file takes keys such as `slug: …`, and this is {tree?.Shape ?? "empty"}."));
        }

        return refused;
    }

    private void SlugMustBeTheFolder(StoryDraft story, string folder)
    {
        if (story.Slug is { Refused: false } slug && slug.Value.Trim() is { Length: > 0 } value && value != folder)
        {
            problems.Add(new Problem(slug.At, $"`slug` is '{value}' and the folder is called '{folder}': both must be the same."));
        }
    }

    private IReadOnlyList<T> List<T>(Folder knowledge, IReadOnlyList<string> files, string name, Shape<T> shape, Func<T, Text?> id)
    {
        if (!files.Contains(name))
        {
            return [];
        }

        if (knowledge.Read(name, problems) is not { } file)
        {
            unread |= Part(name);
            return [];
        }

        var tree = EntryByEntry.Read(file, problems, out var read);
        var reading = new Reading(problems);
        var entries = tree is null ? [] : reading.Each("the file", tree, shape);
        if (!read || reading.Dropped || entries.Any(entry => id(entry) is { Refused: true }))
        {
            unread |= Part(name);
        }

        return entries;
    }

    private List<SeedDraft> SeedsBeside(Folder knowledge, Folder? seeds)
    {
        if (seeds is { Exists: true })
        {
            return Seeds(seeds);
        }

        unread |= DraftParts.Seeds;
        if (seeds is not null)
        {
            problems.Add(new Problem(knowledge.Place, $"The story has no documents: put them into the folder {seeds.Shown}."));
        }

        return [];
    }

    private List<SeedDraft> Seeds(Folder folder)
    {
        var drafts = new List<SeedDraft>();
        foreach (var name in folder.Files(problems).Where(name => !IsReadme(name)))
        {
            if (!SeedFile.IsOne(name))
            {
                problems.Add(
                    new Problem(
                        new Place($"{folder.Shown}/{name}", 1, 1),
                        "Only .md and .txt files are read as documents: save it as one, or take it away."
                    )
                );
            }
            else if (folder.Read(name, problems) is { } file)
            {
                drafts.Add(SeedFile.Read(file, problems));
            }
            else
            {
                unread |= DraftParts.Seeds;
            }
        }

        foreach (var name in folder.Folders(problems))
        {
            problems.Add(
                new Problem(folder.Inner(name).Place, "A folder within a story's folder is not read: put its documents one level up.")
            );
        }

        if (drafts.Any(draft => draft.Id is { Refused: true }))
        {
            unread |= DraftParts.Seeds;
        }

        return drafts;
    }

    /// <summary>A readme is for people who look at the folder, not a document of the story.</summary>
    public static bool IsReadme(string name) => string.Equals(name, "README.md", StringComparison.OrdinalIgnoreCase);

    private static DraftParts Part(string? name) =>
        name switch
        {
            "sources.yaml" => DraftParts.Sources,
            "entities.yaml" => DraftParts.Entities,
            "facts.yaml" => DraftParts.Facts,
            _ => DraftParts.None,
        };
}
