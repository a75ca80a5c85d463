using System.IO.Compression;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Host.Tests.Moderation;

/// <summary>What the story lacks, and all of it to take along.</summary>
public sealed class GapsPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly TemporaryStories stories = new("bridge");
    private RunningHost host = null!;
    private Moderator ann = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        stories.Edit("knowledge/bridge/facts.yaml", text => text.Replace("  asked: [is the", "  holds: ongoing\n  asked: [is the"));
        host = await RunningHost.Start(stories, Cancellation, time);
        ann = await Moderator.SignIn(host, "ann");
    }

    public async ValueTask DisposeAsync()
    {
        ann.Dispose();
        await host.DisposeAsync();
        stories.Dispose();
    }

    [Fact]
    public async Task What_goes_on_unchecked_comes_first_and_is_settled_there_and_what_is_missing_leads_to_the_form()
    {
        var gaps = await ann.Open("/moderate/gaps");
        gaps.Text.ShouldContain("2 facts to look at");
        gaps.Html.IndexOf("facts/bridge-closed", StringComparison.Ordinal)
            .ShouldBeLessThan(gaps.Html.IndexOf("facts/no-end-date", StringComparison.Ordinal));
        gaps.Text.ShouldContain("no date; nobody is named who says it");
        Moderator.Form(await ann.Press(gaps, "It is known now: add a fact"), "Go on").Values.ShouldContainKey("field.sentence");

        (await ann.Press(gaps, "Still so")).Text.ShouldContain("Checked today: still so.");

        Moderator.ButtonsOf(await ann.Open("/moderate/gaps")).ShouldBe(["Sign out"]);
    }

    [Fact]
    public async Task What_was_made_of_the_story_is_taken_along_as_the_files_of_an_export()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Others contest it");
        await ann.Press(form, "Go on", ("reason", "The ferrymen say it is open."));
        var page = await ann.Press(await ann.Open("/moderate/facts"), "Export");
        page.Text.ShouldContain("1 fact added or changed");

        var (bytes, name) = await ann.Download("/moderate/export?handler=Files");

        name.ShouldBe("bridge-2026-06-01.zip");
        using var archive = new ZipArchive(new MemoryStream(bytes));
        archive.Entries.Select(entry => entry.FullName).ShouldBe(["community.yaml", "facts.yaml", "facts.patch"]);
        using var facts = new StreamReader(archive.GetEntry("facts.yaml")!.Open());
        (await facts.ReadToEndAsync(Cancellation)).ShouldContain("The ferrymen say it is open.");
    }

    [Fact]
    public async Task Files_that_have_something_else_by_now_are_told_instead_of_a_download()
    {
        var form = await ann.Press(await ann.Open("/moderate/facts/bridge-closed"), "Others contest it");
        await ann.Press(form, "Go on", ("reason", "The ferrymen say it is open."));
        stories.Edit("knowledge/bridge/facts.yaml", _ => "- id: [");

        var page = await ann.Open("/moderate/export?handler=Files");

        page.Status.ShouldBe(200);
        page.Html.ShouldContain("role=\"alert\"");
        page.Text.ShouldContain("facts.yaml");
    }
}
