namespace Bot.Core.Moderation;

/// <summary>By whose right something is asked for. Whether somebody has it is told by their platform, each time.</summary>
public enum Role
{
    /// <summary>Whoever runs the service, who has the files and the store: nobody is asked besides.</summary>
    Operator,

    /// <summary>A moderator of the community, by its rules.</summary>
    Moderator,

    /// <summary>Somebody who stands in for a second moderator: decides about what was proposed, holds facts, and nothing else.</summary>
    StandIn,

    /// <summary>Anybody of the community.</summary>
    Member,

    /// <summary>Nobody: something fell due.</summary>
    Clock,
}

/// <summary>How a community's moderators watch over each other.</summary>
/// <param name="SecondModerator">Grave acts wait until a second moderator approves them. Where there is none, they hold the fact and take effect after <paramref name="Grace"/>.</param>
/// <param name="Grace">How long something can still be called off.</param>
public sealed record ModerationRules(bool SecondModerator, TimeSpan Grace)
{
    /// <summary>What holds where nobody set anything.</summary>
    public static ModerationRules Default { get; } = new(SecondModerator: true, TimeSpan.FromMinutes(5));

    /// <summary>The rules of a community that chose some of its own.</summary>
    public ModerationRules For(Communities.CommunitySettings settings) =>
        settings.SecondModerator is { } needed ? this with { SecondModerator = needed } : this;
}
