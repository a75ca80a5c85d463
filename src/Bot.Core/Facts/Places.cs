namespace Bot.Core.Facts;

/// <summary>Where something was written: the file as its reader knows it, line and column counted from 1.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>A piece of text as somebody wrote it, with its place.</summary>
public sealed record Text(string Value, Place At)
{
    /// <summary>True when its reader has said what is wrong with it (<see cref="StoryDraft.Problems"/>): the rules pass it over, and do not call it missing.</summary>
    public bool Refused { get; init; }
}

/// <summary>One thing that is wrong: where, and a sentence that says what to do.</summary>
public sealed record Problem(Place At, string Sentence)
{
    public override string ToString() => $"{At}: {Sentence}";
}
