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
}
