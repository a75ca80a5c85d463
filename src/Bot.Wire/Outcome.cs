namespace Bot.Wire;

/// <summary>What became of a request to a platform. Closed.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record NotDone(Failure Why) : Outcome<T>;

    public Outcome<TOther> Then<TOther>(Func<T, Outcome<TOther>> next) => this is Done done ? next(done.Value) : Failed<TOther>();

    /// <summary>The same failure of something else. Only for what was not done.</summary>
    public Outcome<TOther> Failed<TOther>() => new Outcome<TOther>.NotDone(((NotDone)this).Why);
}

/// <summary>What a platform answers where there is nothing to tell.</summary>
public readonly record struct NoContent;

/// <summary>Why a request was not done, or may not have been. Closed.</summary>
public abstract record Failure
{
    private Failure(string sentence) => Sentence = sentence;

    /// <summary>What is wrong and what to do, without a secret in it.</summary>
    public string Sentence { get; }

    /// <summary>The platform said no, and did nothing.</summary>
    /// <param name="Status">Of the response.</param>
    /// <param name="Code">What the platform calls it; empty where it gives no name.</param>
    public sealed record Refused(int Status, string Code, string Sentence) : Failure(Sentence)
    {
        /// <summary>It was refused for who asks or how often, not for what is asked: so it tells nothing of an earlier try.</summary>
        public bool Unread { get; init; }
    }

    /// <summary>It never came to the platform, so nothing was done: the same may be tried later.</summary>
    public sealed record Unreachable(string Sentence) : Failure(Sentence);

    /// <summary>It was sent, and no answer came that can be relied on: it may have been done.</summary>
    public sealed record Unknown(string Sentence) : Failure(Sentence)
    {
        /// <param name="what">As in "Discord did not answer in time".</param>
        public static Unknown Because(string what) => new($"Nobody knows whether it was done, because {what}. Look before you try again.");
    }
}
