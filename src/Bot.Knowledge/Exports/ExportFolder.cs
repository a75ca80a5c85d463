using System.Text;
using Bot.Core.Facts;
using Bot.Knowledge.Stories;

namespace Bot.Knowledge.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Path">Within the folder, with slashes.</param>
public sealed record ExportedFile(string Path, byte[] Content);

/// <summary>An export as it was read, or what is wrong with its files.</summary>
public abstract record ExportResult
{
    private ExportResult() { }

    public sealed record Read(CommunityExport Export) : ExportResult;

    /// <param name="Problems">At least one, by file, line and column.</param>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ExportResult;
}

/// <summary>Writes and reads a community's view of a story as plain files; docs/export.md describes them.</summary>
public static class ExportFolder
{
    /// <summary>What <see cref="KnowledgePatch"/> is called there. It follows from the other files and the base, and is not read back.</summary>
    public const string PatchName = "facts.patch";

    private const string SeedsName = "seeds";
    private static readonly string[] ListNames = ["sources.yaml", "entities.yaml", "facts.yaml"];

    /// <summary>The files of an export; one that would hold nothing is not there.</summary>
    /// <param name="patch">The text of <see cref="PatchName"/>.</param>
    public static IReadOnlyList<ExportedFile> Write(CommunityExport export, string patch = "")
    {
        var writer = new StoryWriter();
        (string Path, string Text)[] files =
        [
            (CommunityFile.Name, CommunityFile.Write(export)),
            ("sources.yaml", StoryWriter.Text(export.Cast.Sources.Select(writer.Source), apart: true)),
            ("entities.yaml", StoryWriter.Text(export.Cast.Entities.Select(writer.Entity), apart: true)),
            ("facts.yaml", StoryWriter.Text(export.Facts.Select(writer.Fact), apart: true)),
            (PatchName, patch),
            .. export.Cast.Seeds.Select(seed => ($"{SeedsName}/{seed.Id}.md", writer.Seed(seed))),
        ];
        return
        [
            .. files.Where(file => file.Text.Length > 0).Select(file => new ExportedFile(file.Path, Encoding.UTF8.GetBytes(file.Text))),
        ];
    }

    /// <summary>Whether a folder holds an export, which another may take the place of.</summary>
    public static bool IsOne(string directory) => File.Exists(Path.Combine(directory, CommunityFile.Name));

    /// <summary>Puts an export in the place of an earlier one. Files that are none of an export stay.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Put(IReadOnlyList<ExportedFile> files, string directory)
    {
        Directory.CreateDirectory(directory);
        var seeds = Path.Combine(directory, SeedsName);
        var before = Directory.Exists(seeds) ? Directory.GetFiles(seeds, "~*.md") : [];
        foreach (var old in ListNames.Append(PatchName).Select(name => Path.Combine(directory, name)).Concat(before))
        {
            File.Delete(old);
        }

        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    /// <summary>Reads an export by the rules of the story format, over the base as it is now.</summary>
    /// <param name="bookOf">The base of a story; null when there is none of that name.</param>
    /// <param name="today">The day by which facts are known that do not say.</param>
    /// <param name="abbreviations">As for <see cref="FactBook.Build"/>.</param>
    public static ExportResult Read(string directory, Func<StorySlug, FactBook?> bookOf, DateOnly today, IReadOnlySet<string> abbreviations)
    {
        var problems = new List<Problem>();
        var export = Folder.Open(directory, "an export", problems) is { } folder
            ? new ExportReader(folder, problems).Read(bookOf, today, abbreviations)
            : null;
        return export is not null && problems.Count == 0
            ? new ExportResult.Read(export)
            : new ExportResult.Refused(Library.ByPlace(problems));
    }
}
