using System.IO.Compression;
using Bot.Host.Console.Moderating;
using Bot.Host.Stories;
using Bot.Knowledge.Exports;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>What the community made of the story that it follows, as the files of an export in one archive.</summary>
internal sealed class ExportModel(ModeratorVisit visit, Reading reading, StoryFiles files) : ModeratorPage(visit, reading)
{
    public CommunityExport? Export { get; private set; }

    /// <summary>What is wrong with the files that the patch is for.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IActionResult OnGet() => Look() ? Page() : Missing("No story is loaded yet. Try again in a moment.");

    public IActionResult OnGetFiles()
    {
        if (!Look())
        {
            return OnGet();
        }

        switch (KnowledgePatch.Of(Export!, Reading.Story!, files.Knowledge))
        {
            case PatchResult.Written patch:
                Visit.Note("Export", isDone: true);
                return File(
                    Archive(ExportFolder.Write(Export!, patch.Text)),
                    "application/zip",
                    FormattableString.Invariant($"{Export!.Story}-{Reading.Today:yyyy-MM-dd}.zip")
                );
            case PatchResult.Refused refused:
                Visit.Note("Export", isDone: false);
                Problems = [.. refused.Problems.Select(problem => $"{problem}")];
                break;
        }

        return Page();
    }

    private bool Look()
    {
        Export = Reading.Story is { } story ? CommunityExport.Of(Visit.Caller.Community, story) : null;
        return Export is not null;
    }

    private static byte[] Archive(IReadOnlyList<ExportedFile> exported)
    {
        using var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in exported)
            {
                using var entry = archive.CreateEntry(file.Path).Open();
                entry.Write(file.Content);
            }
        }

        return written.ToArray();
    }
}
