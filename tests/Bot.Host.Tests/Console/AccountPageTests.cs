using Bot.Host.Tests.Hosting;
using Bot.Testing;

namespace Bot.Host.Tests.Console;

/// <summary>The pages of a story of which one of two accounts was taken back.</summary>
public sealed class AccountPageTests
{
    private const string Facts = "knowledge/harbour-bridge/facts.yaml";
    private const string Barge = "caused by a barge";
    private const string Neglect = "years of neglect";

    [Fact]
    public async Task The_page_of_an_account_tells_neither_side_once_one_was_taken_back()
    {
        using var stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
        (await Told(stories)).ShouldBe([true, true]);

        stories.Edit(
            Facts,
            text =>
                text.Replace(
                    "- id: account-barge\n",
                    "- id: account-barge\n  ended: {how: retracted, on: 2026-05-20, reason: The firm took it back.}\n"
                )
        );

        (await Told(stories)).ShouldBe([false, false]);
    }

    private static async Task<bool[]> Told(TemporaryStories stories)
    {
        await using var host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);
        using var response = await host.Client.GetAsync(
            new Uri("/facts/account-neglect", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var page = await Page.Of(response);
        page.Status.ShouldBe(200);
        return [page.Text.Contains(Neglect, StringComparison.Ordinal), page.Text.Contains(Barge, StringComparison.Ordinal)];
    }
}
