using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Listeners;

/// <summary>The listener that the world may reach. It is opened when <see cref="BaseUrl"/> is set.</summary>
public sealed class PublicOptions
{
    /// <summary>The address under which the world reaches it.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Where it listens; several are parted by semicolons.</summary>
    public string Urls { get; set; } = "http://+:8080";

    /// <summary>Addresses or networks of reverse proxies whose forwarded headers are believed, parted by semicolons.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>
    /// How long, when it is told to stop, the service goes on answering while <c>/readyz</c> says that it stops, so that a balancer sends nothing more here before the
    /// listeners are closed.
    /// </summary>
    [Range(
        typeof(TimeSpan),
        "00:00:00",
        "00:05:00",
        ErrorMessage = "`Public:Drain` is how long the service still answers when it is told to stop: write a time of at most five minutes (00:05:00)."
    )]
    public TimeSpan Drain { get; set; }
}
