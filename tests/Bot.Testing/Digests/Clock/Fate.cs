namespace Bot.Testing.Digests.Clock;

/// <summary>When a process dies: between any two steps, and for good. What goes on of it afterwards reaches nothing.</summary>
internal sealed class Fate(Random dice, double chance)
{
    /// <summary>How much less likely it dies where it only has a look, which it does far more often than anything else.</summary>
    private const double WhileLooking = 0.001;

    public bool IsDead { get; private set; }

    public void Step(bool isLook = false)
    {
        IsDead |= dice.NextDouble() < (isLook ? chance * WhileLooking : chance);
        if (IsDead)
        {
            throw new KilledException();
        }
    }
}

internal sealed class KilledException() : Exception("The process died here.");
