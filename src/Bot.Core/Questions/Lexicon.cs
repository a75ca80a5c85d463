namespace Bot.Core.Questions;

/// <summary>General English for this job, as data: nothing in it belongs to any story. Words are lower case and in their base form.</summary>
public sealed record Lexicon
{
    /// <summary>Words that carry no content of a question, question words included.</summary>
    public required IReadOnlySet<string> StopWords { get; init; }

    /// <summary>Words written with a full stop that does not end a sentence, without that stop ("mr", "u.n").</summary>
    public required IReadOnlySet<string> Abbreviations { get; init; }

    /// <summary>Words and phrases that do the same work in a question: <c>suspend</c> → suspend, disable, switch off, …</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Concepts { get; init; }

    /// <summary>Phrases by which a way of asking is known: <c>overview</c> → what is going on, catch me up, …</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; }

    /// <summary>Words that name something in particular even when typed in lower case: countries, cities, well-known firms and people.</summary>
    public required IReadOnlySet<string> Names { get; init; }

    /// <summary>Everyday words that say little by themselves: one that the story does not hold hardly counts against it.</summary>
    public required IReadOnlySet<string> Light { get; init; }

    /// <summary>Function words of other languages, by name of the language: enough to say that a question is not in English.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Languages { get; init; }
}
