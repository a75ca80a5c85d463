using Bot.Core.Communities;
using Bot.Core.Journal;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Communities;

/// <summary>What a store keeps of communities, opened empty.</summary>
public sealed record Kept(IJournal Journal, IPeople People, ICommunities Communities, ISignInLinks Links, IInstallations Installations);

/// <summary>The rules written on the ports of communities, as tests: a part for each port. A store proves itself by inheriting them.</summary>
public abstract partial class CommunityContract
{
    private static readonly CommunityId Guild = new("discord:1");
    private static readonly CommunityId Team = new("slack:T1");
    private static readonly UserId Ann = new("U-ann");
    private static readonly UserId Bob = new("U-bob");

    private readonly Lock dice = new();
    private readonly Random seeded = new(17);

    /// <summary>The clock of what is under test.</summary>
    protected FakeTimeProvider Time { get; } = new StillTime(Start);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>All of one store, without a row, that goes by <see cref="Time"/> and <see cref="Dice"/>.</summary>
    protected abstract ValueTask<Kept> Open();

    /// <summary>The randomness of what is under test: another each time, and the same in each run.</summary>
    protected void Dice(Span<byte> bytes)
    {
        lock (dice)
        {
            seeded.NextBytes(bytes);
        }
    }
}
