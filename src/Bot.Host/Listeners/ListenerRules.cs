using System.Net;
using Bot.Host.Discord;
using Bot.Host.Slack;

namespace Bot.Host.Listeners;

/// <summary>Reads the addresses of both listeners and says what is wrong with them.</summary>
internal static class ListenerRules
{
    private const string DefaultUrls = "http://localhost:5080";

    public static IReadOnlyList<string> Private(IConfiguration configuration) =>
        Split(configuration["Urls"] is { } urls && !string.IsNullOrWhiteSpace(urls) ? urls : DefaultUrls);

    /// <summary>None when the public listener is not opened: no platform sends to it, and nobody said under which address it is reached.</summary>
    public static IReadOnlyList<string> Public(IConfiguration configuration)
    {
        var options = Options(configuration);
        var discord = configuration.GetSection("Discord").Get<DiscordOptions>() ?? new DiscordOptions();
        return string.IsNullOrWhiteSpace(options.BaseUrl) && !discord.IsHttp && !Slack(configuration).IsHttp ? [] : Split(options.Urls);
    }

    public static IReadOnlyList<string> Proxies(IConfiguration configuration) => Split(Options(configuration).Proxies);

    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (
            var problem in Private(configuration)
                .Select(url => Unreadable("Urls", url))
                .Concat(Public(configuration).Select(url => Unreadable("Public:Urls", url)))
        )
        {
            if (problem is not null)
            {
                yield return problem;
            }
        }

        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            yield return "`Kestrel:Endpoints` is not read, since it does not say who may use an endpoint: use `Urls` and `Public:Urls`.";
        }

        if (
            Private(configuration).Where(IsReadable).FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url))) is { } open
            && NoKey(configuration)
        )
        {
            yield return $"`Urls` has {open}, which other machines can reach, and there is no `Private:Key`: set one of at least 16 characters, or listen on localhost.";
        }

        foreach (var problem in PublicProblems(configuration))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> PublicProblems(IConfiguration configuration)
    {
        var baseUrl = Options(configuration).BaseUrl;
        if (
            !string.IsNullOrWhiteSpace(baseUrl)
            && !(Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        )
        {
            yield return $"`Public:BaseUrl` is '{baseUrl}': write the whole address under which the world reaches this service, such as https://bot.example.org.";
        }

        if (string.IsNullOrWhiteSpace(baseUrl) && Slack(configuration) is { Mode: not SlackOptions.Off, IsForMany: true })
        {
            yield return "`Slack:ClientId` is set, so that workspaces install the app at this service: set `Public:BaseUrl` to the address under which they reach it.";
        }

        var taken = Private(configuration).Where(IsReadable).Select(url => BindingAddress.Parse(url).Port).ToHashSet();
        foreach (var url in Public(configuration).Where(IsReadable))
        {
            var port = BindingAddress.Parse(url).Port;
            if (port == 0)
            {
                yield return $"`Public:Urls` has {url}: the public listener is told by its port, so give it one.";
            }
            else if (taken.Contains(port))
            {
                yield return $"`Public:Urls` and `Urls` both have port {port}: the two listeners are told apart by port, so give each its own.";
            }
        }

        foreach (var proxy in Proxies(configuration).Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)))
        {
            yield return $"`Public:Proxies` has '{proxy}': write the address or network of a proxy, such as 10.0.0.4 or 10.0.0.0/8.";
        }
    }

    private static string? Unreadable(string setting, string url) =>
        IsReadable(url) ? null : $"`{setting}` has '{url}', which is no address to listen on: write one such as http://localhost:5080.";

    private static bool IsReadable(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https"
                && address.PathBase.Length == 0
                && (address.IsUnixPipe || address.Port is >= 0 and <= 65535);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Kestrel takes any name but localhost to mean every address of the machine.
    public static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static bool NoKey(IConfiguration configuration) => string.IsNullOrEmpty(configuration["Private:Key"]);

    private static PublicOptions Options(IConfiguration configuration) =>
        configuration.GetSection("Public").Get<PublicOptions>() ?? new PublicOptions();

    private static SlackOptions Slack(IConfiguration configuration) =>
        configuration.GetSection("Slack").Get<SlackOptions>() ?? new SlackOptions();

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
