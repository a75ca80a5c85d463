using System.Text.RegularExpressions;
using Bot.Host.Tests.Hosting;
using Bot.Testing;

namespace Bot.Host.Tests.Moderation;

/// <summary>The moderators' pages where the world reaches the service, and nothing else does.</summary>
public sealed partial class PublicDeskTests
{
    [Fact]
    public async Task No_link_of_a_moderator_leads_to_what_is_not_open_there()
    {
        using var stories = new TemporaryStories("bridge", "quarry");
        var open = new Uri($"http://127.0.0.1:{FreePort.Find().ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        await using var host = await RunningHost.Start(
            stories,
            TestContext.Current.CancellationToken,
            settings: [("Public:BaseUrl", $"{open}"), ("Public:Urls", $"{open}")]
        );
        using var ann = await Moderator.SignIn(host, "ann", at: open);
        var seen = new HashSet<string>();
        var left = new Queue<string>(["/moderate/queue"]);

        while (left.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            var page = await ann.Open(path);
            page.Status.ShouldBe(200, path);
            foreach (Match link in Links().Matches(page.Html))
            {
                left.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }

        seen.Count.ShouldBeInRange(20, 60);
        seen.ShouldContain("/moderate/facts/no-end-date");
        seen.ShouldContain(path => path.StartsWith("/console.css", StringComparison.Ordinal));
        (await ann.Open("/facts")).Status.ShouldBe(404);
    }

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Links();
}
