namespace Bot.Discord.Api;

/// <summary>What became of a request to Discord.</summary>
internal abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record NotDone(Failure Why) : Outcome<T>;

    public Outcome<TOther> Then<TOther>(Func<T, Outcome<TOther>> next) => this is Done done ? next(done.Value) : Failed<TOther>();

    /// <summary>The same failure of something else. Only for what was not done.</summary>
    public Outcome<TOther> Failed<TOther>() => new Outcome<TOther>.NotDone(((NotDone)this).Why);
}

/// <summary>What Discord answers where there is nothing to tell.</summary>
internal readonly record struct Nothing;

/// <summary>Why a request was not done, or may not have been.</summary>
internal abstract record Failure
{
    private Failure(string sentence) => Sentence = sentence;

    /// <summary>What is wrong and what to do, without a secret in it.</summary>
    public string Sentence { get; }

    /// <summary>Discord said no, and did nothing.</summary>
    /// <param name="Code">One of <see cref="ErrorCode"/>, or another of Discord's; 0 where it gives none.</param>
    public sealed record Refused(int Status, int Code, string Sentence) : Failure(Sentence);

    /// <summary>It never came to Discord, so nothing was done: the same may be tried later.</summary>
    public sealed record Unreachable(string Sentence) : Failure(Sentence);

    /// <summary>It was sent, and no answer came that can be relied on: it may have been done.</summary>
    public sealed record Unknown(string Sentence) : Failure(Sentence);
}
