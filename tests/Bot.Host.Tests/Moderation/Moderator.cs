using System.Net;
using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Host.Moderation;
using Bot.Host.Tests.Console;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Moderation;

/// <summary>Somebody at the moderators' pages with a browser that has no script: opens links, fills in forms, presses buttons by their words.</summary>
internal sealed partial class Moderator : IDisposable
{
    private readonly HttpClient browser;

    private Moderator(HttpClient browser) => this.browser = browser;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Signs in by a link of their own.</summary>
    /// <param name="community">Null: this machine's.</param>
    /// <param name="at">Where the pages are asked for; null: on the private listener.</param>
    public static async Task<Moderator> SignIn(RunningHost host, string name, CommunityId? community = null, Uri? at = null)
    {
        var where = community ?? CommunityId.Local;
        var person = await host.Services.GetRequiredService<IPeople>().Key(where, new UserId(name), Cancellation);
        var links = host.Services.GetRequiredService<ISignInLinks>();
        return await Redeem(host, await links.Issue(where, person, SignInLink.Lifetime, Cancellation), at);
    }

    /// <param name="token">Of a link that somebody got.</param>
    /// <param name="at">As for <see cref="SignIn"/>.</param>
    public static async Task<Moderator> Redeem(RunningHost host, string token, Uri? at = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
        {
            BaseAddress = at ?? host.Address,
        };
        using var nothing = new FormUrlEncodedContent([]);
        using var response = await browser.PostAsync(new Uri($"{SignInLink.Path}/{token}", UriKind.Relative), nothing, Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/moderate/queue");
        return new Moderator(browser);
    }

    public void Dispose() => browser.Dispose();

    public async Task<Page> Open(string path) => await Page.Of(await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation));

    /// <summary>What a link gives to be kept, and under which name.</summary>
    public async Task<(byte[] Content, string? Name)> Download(string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        var name = response.Content.Headers.ContentDisposition?.FileName;
        return (await response.Content.ReadAsByteArrayAsync(Cancellation), name);
    }

    /// <summary>Follows the link, or sends the form, that has these words.</summary>
    /// <param name="fields">What is filled in, by the fields' keys; the others stay as they are.</param>
    public async Task<Page> Press(Page page, string words, params (string Key, string Value)[] fields)
    {
        var link = Links().Matches(page.Html).FirstOrDefault(match => Words(match.Groups[2].Value) == words);
        if (link is not null)
        {
            return await Open(Decoded(link.Groups[1].Value).Split('#')[0]);
        }

        var (action, values) = Form(page, words);
        foreach (var (key, value) in fields)
        {
            var name = values.ContainsKey(key) ? key : $"field.{key}";
            values.ShouldContainKey(name, page.Text);
            values[name] = value;
        }

        return await Send(action, values);
    }

    /// <summary>Sends what a form of a page would send.</summary>
    public async Task<Page> Send(string action, IReadOnlyDictionary<string, string> values)
    {
        using var content = new FormUrlEncodedContent(values);
        return await Page.Of(await browser.PostAsync(new Uri(action, UriKind.Relative), content, Cancellation));
    }

    /// <summary>The address of the form with a button of these words, and what stands in it.</summary>
    public static (string Action, Dictionary<string, string> Values) Form(Page page, string words)
    {
        var form = Forms()
            .Matches(page.Html)
            .FirstOrDefault(match => Buttons().Matches(match.Value).Any(b => Words(b.Groups[1].Value) == words));
        form.ShouldNotBeNull($"no button “{words}” in: {page.Text}");
        var values = new Dictionary<string, string>();
        foreach (Match field in Fields().Matches(form.Value))
        {
            var (of, body) = (field.Groups["of"].Value, field.Groups["body"].Value);
            var value = field.Groups["kind"].Value switch
            {
                "textarea" => body,
                "select" => Chosen().Match(body).Groups[1].Value,
                _ => Value().Match(of).Groups[1].Value,
            };
            values[Decoded(Name().Match(of).Groups[1].Value)] = Decoded(value);
        }

        var pressed = Buttons().Matches(form.Value).First(button => Words(button.Groups[1].Value) == words).Value;
        if (Name().Match(pressed) is { Success: true } name)
        {
            values[name.Groups[1].Value] = Value().Match(pressed).Groups[1].Value;
        }

        return (Decoded(Action().Match(form.Groups[1].Value).Groups[1].Value), values);
    }

    public static IEnumerable<string> ButtonsOf(Page page) => Buttons().Matches(page.Html).Select(match => Words(match.Groups[1].Value));

    private static string Words(string html) => Decoded(Tags().Replace(html, "")).Trim();

    private static string Decoded(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("""<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>""", RegexOptions.Singleline)]
    private static partial Regex Links();

    [GeneratedRegex("<form([^>]*)>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<button[^>]*>(.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Buttons();

    [GeneratedRegex(
        "<input(?<of>[^>]*)>|<(?<kind>textarea|select)(?<of>[^>]*)>(?<body>.*?)</(?:textarea|select)>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Fields();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex(" action=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
