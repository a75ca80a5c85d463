namespace Bot.Benchmarks.Quality;

/// <summary>Texts with questions whose answers are known: one run of the bulk door.</summary>
/// <param name="Scope">What a question may look at, as the bulk door calls it: its own document, or the corpus.</param>
internal sealed record Sheet(string Name, string Scope, IReadOnlyList<SheetDocument> Documents)
{
    public const string Document = "document";
    public const string Corpus = "corpus";
}

/// <summary>A text and what is asked about it.</summary>
internal sealed record SheetDocument(string Id, string? Title, string Text, IReadOnlyList<Asked> Questions);

/// <summary>A question, where it stands and what should come of it.</summary>
/// <param name="Gold">Null where the text does not say.</param>
internal sealed record Asked(string Q, Tier Tier, Gold? Gold);

/// <summary>The answers people gave, and the stretches of the text a right sentence must touch.</summary>
internal sealed record Gold(IReadOnlyList<string> Answers, IReadOnlyList<(int Start, int End)> Spans);

/// <summary>How hard a question is to refuse.</summary>
internal enum Tier
{
    /// <summary>The text says it.</summary>
    Answerable,

    /// <summary>Written to look answerable from this very passage.</summary>
    Near,

    /// <summary>About the same subject, answered elsewhere.</summary>
    Sibling,

    /// <summary>About another subject.</summary>
    Far,

    /// <summary>The sentence that answers it was cut out.</summary>
    Removed,
}
