using Bot.Core.Communities;
using Bot.Wire;

namespace Bot.Discord.Gateway;

/// <summary>
/// Where and when to connect again. A session is resumed at its own address and nowhere else. When that was missed several times, every other try goes to the first
/// address, to see whether only the own one is gone: where the first answers, the own one is tried once more, and then the session is given up.
/// </summary>
/// <param name="first">Where sessions begin.</param>
internal sealed class Comeback(Uri first, Randomness random)
{
    private const int Several = 3;

    /// <summary>A connection that held for so long shows that all is well: the next loss counts as the first. Resuming costs nothing.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(5);

    /// <summary>The same for logins, of which there are a thousand a day.</summary>
    private static readonly TimeSpan SteadyLogin = TimeSpan.FromMinutes(2);

    private readonly Backoff resuming = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), random);
    private readonly Backoff beginning = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), random);
    private int losses;
    private int begins;
    private int misses;
    private bool firstAnswered;
    private Uri? present;

    /// <summary>Where the present connection leads, or the next one.</summary>
    public Uri Address => present ?? first;

    /// <summary>The connection says hello.</summary>
    /// <param name="own">The address of the session that is to be resumed; null for none.</param>
    /// <returns>Whether a session that belongs elsewhere shall be tried there once more.</returns>
    public bool Greeted(Uri? own)
    {
        if (own is null || own == Address || firstAnswered)
        {
            misses = own == Address ? 0 : misses;
            return false;
        }

        (firstAnswered, losses) = (true, 0);
        return true;
    }

    /// <summary>A session began, or goes on.</summary>
    public void Ready() => firstAnswered = false;

    /// <summary>The session is over.</summary>
    public void Forget() => (misses, firstAnswered) = (0, false);

    /// <param name="greeted">Whether a hello had come.</param>
    /// <param name="held">How long events came; null for never.</param>
    /// <param name="own">The address of the session that is to be resumed; null: a new one shall begin.</param>
    /// <returns>How long to wait.</returns>
    public TimeSpan Lost(bool greeted, TimeSpan? held, Uri? own)
    {
        losses = held >= Steady ? 1 : losses + 1;
        begins = held >= SteadyLogin ? 0 : begins;
        misses = greeted || own != Address ? misses : misses + 1;
        present = misses < Several || Address != own ? own : null;

        // Where a hello had come a login may have been spent.
        return own is null && greeted ? beginning.After(++begins) : resuming.After(losses);
    }
}
