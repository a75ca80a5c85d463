namespace Bot.Core.Communities;

/// <summary>A server, a workspace, this machine's console, or the shared base beneath them all.</summary>
public readonly record struct CommunityId(string Value)
{
    /// <summary>The console and the command line.</summary>
    public static CommunityId Local { get; } = new("local");

    /// <summary>The reviewed facts that every community shares.</summary>
    public static CommunityId Base { get; } = new("base");

    public override string ToString() => Value;
}

/// <summary>A random key that stands for a person, or the word "maintainers" for whoever keeps the base.</summary>
public readonly record struct PersonKey(string Value)
{
    public static PersonKey Maintainers { get; } = new("maintainers");

    public override string ToString() => Value;
}
