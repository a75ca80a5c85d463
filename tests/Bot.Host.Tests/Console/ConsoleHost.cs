using System.Net;
using Bot.Host.Tests.Hosting;
using Bot.Testing;

namespace Bot.Host.Tests.Console;

/// <summary>The service with the story of the bridge, for tests that read its pages without a browser.</summary>
public sealed class ConsoleHost : IAsyncLifetime
{
    private TemporaryStories stories = null!;
    private RunningHost host = null!;

    internal HttpClient Client => host.Client;

    public async ValueTask InitializeAsync()
    {
        stories = TemporaryStories.CopyOf(Repository.Folder("tests", "stories", "bridge"));
        host = await RunningHost.Start(stories, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        stories.Dispose();
    }

    internal async Task<Page> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Page.Of(await Client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Types a line and sends the form.</summary>
    /// <param name="scripted">As the script sends it, for the answer alone.</param>
    internal async Task<Page> Say(string typed, bool scripted = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/console/say", UriKind.Relative));
        request.Content = new FormUrlEncodedContent([new("typed", typed)]);
        if (scripted)
        {
            request.Headers.Add("HX-Request", "true");
        }

        return await Page.Of(await Client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}

/// <summary>What came back.</summary>
internal sealed record Page(int Status, string Html, HttpResponseMessage Response)
{
    /// <summary>The page as it is read, entities resolved.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    public string Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values)
        : Response.Content.Headers.TryGetValues(name, out var others) ? string.Join(", ", others)
        : "";

    public int Count(string part) => Html.Split(part).Length - 1;

    public static async Task<Page> Of(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
}
