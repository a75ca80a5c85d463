namespace Bot.Core.Operating;

/// <summary>A connection that was given up or switched off: a token that was revoked, an intent or a mode that is off.</summary>
/// <param name="platform">As people write it, a word.</param>
/// <param name="standsBy">Whether another replica has it, and only that one can tell.</param>
/// <param name="wrong">Why nothing comes and what to change; null while there is no telling, or all is well.</param>
public sealed class GivenUpConnection(string platform, Func<bool> standsBy, Func<string?> wrong) : ILookout
{
    private const string About = "connection";

    public string Kind => platform.ToLowerInvariant();

    public ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Concern>?>(
            standsBy() ? null
            : wrong() is { } why ? [Concern.Of(Kind, About, $"Nothing comes from {platform}. {why}")]
            : []
        );
}
