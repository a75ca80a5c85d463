namespace Bot.Core.Conversation.Buttons;

/// <summary>What a button that came back stands for. Closed.</summary>
public abstract record Pressed
{
    private Pressed() { }

    /// <summary>Somebody would say this, as it would be typed.</summary>
    public sealed record Say(string Line) : Pressed;

    /// <summary>The same, to be answered by a picture.</summary>
    public sealed record Draw(string Line) : Pressed;

    /// <summary>The form on which digests are set up, with what was filled in before.</summary>
    public sealed record Plan(Command.PlanDigest Form) : Pressed;

    /// <summary>These facts are to be shown to everybody here, as they stand today.</summary>
    public sealed record Share(Command.ShowAgain Facts) : Pressed;

    /// <summary>Whoever pressed wants to be told when these facts change.</summary>
    public sealed record Watch(Command.ShowAgain Facts) : Pressed;

    /// <summary>What the bot posted is to go.</summary>
    /// <param name="Asker">Stands for whoever had it posted: see <see cref="ButtonIds.Asker"/>.</param>
    public sealed record Remove(string Asker) : Pressed;

    /// <summary>It does nothing, and this is why.</summary>
    public sealed record Dead(string Sentence) : Pressed;
}
