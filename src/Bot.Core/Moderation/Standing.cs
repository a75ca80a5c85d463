using Bot.Core.Communities;

namespace Bot.Core.Moderation;

/// <summary>Whether somebody moderates the facts of a community, as its platform told with what they do, or when it was asked, some minutes ago at most. It is stored nowhere. Closed.</summary>
public abstract record Standing
{
    private Standing() { }

    public sealed record Moderator : Standing;

    /// <summary>Stands in for a second moderator who is away.</summary>
    public sealed record StandIn(DateTimeOffset Until) : Standing;

    /// <param name="Why">What more it would take, as a sentence.</param>
    public sealed record Member(string Why) : Standing;

    /// <summary>The platform did not tell, so that nothing is done.</summary>
    /// <param name="Why">What is not known, as a sentence.</param>
    public sealed record Unknown(string Why) : Standing;
}

/// <summary>Somebody who asks for something, and what they are there.</summary>
/// <param name="Community">The base where there is none.</param>
public sealed record Caller(CommunityId Community, UserId User, Standing Standing)
{
    /// <summary>Their key, where it is known without asking the store: then nothing is offered that they may not do.</summary>
    public PersonKey? Key { get; init; }
}
