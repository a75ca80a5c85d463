using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Understanding;

/// <summary>
/// Of several sentences the one that asks decides: "I write for a paper and need one line: which …", "So they did it. What exactly …?" What stands
/// around it is kept beside it only where it points back, and is left out otherwise: whom it praises or blames is not asked.
/// </summary>
internal static class FindAskingSentence
{
    /// <summary>Words that take their meaning from what was said before.</summary>
    private static readonly HashSet<string> PointingBack = new(StringComparer.Ordinal)
    {
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "they",
        "them",
        "their",
        "he",
        "him",
        "his",
        "she",
        "her",
    };

    private static readonly HashSet<string> Requests = new(StringComparer.Ordinal)
    {
        "tell",
        "explain",
        "list",
        "give",
        "gimme",
        "show",
        "name",
        "quote",
        "summarise",
        "summarize",
        "describe",
    };

    public static Question Apply(Question question, Context context)
    {
        var sentences = Sentences(question, context.Index);
        if (sentences.Count < 2)
        {
            return question;
        }

        var asking = sentences.Where(sentence => sentence.Asks).SelectMany(sentence => sentence.Words).ToList();
        if (asking.Count == question.Words.Count || !asking.Exists(IsContent))
        {
            return question;
        }

        var others = question.Words.Except(asking).ToList();
        var pointsBack = PointsBack(asking) && !IsOverview(asking, context.Index);
        return question with { Words = asking, Beside = pointsBack ? others : [], LeftOut = pointsBack ? [] : others };
    }

    /// <summary>"Is that right?" asks of what was said, and of nothing by itself.</summary>
    private static bool IsContent(Word word) => !word.IsStop && !TellForm.IsTag(word.Normal);

    /// <summary>"What is this about": what was said before it does not say more.</summary>
    private static bool IsOverview(List<Word> words, StoryIndex index) =>
        WaysOfAsking.In([.. words.Select(word => word.TermId)], index).Names.Contains("overview");

    private static bool PointsBack(List<Word> words) =>
        words.Count(word => !word.IsStop) < 2
        || words.Where((word, at) => PointingBack.Contains(word.Normal) && !IsWithNoun(words, at)).Any();

    /// <summary>"This bridge thing", but not "is this affected".</summary>
    private static bool IsWithNoun(List<Word> words, int at) =>
        words[at].Normal is "this" or "that" or "these" or "those"
        && at + 1 < words.Count
        && words[at + 1] is { IsStop: false, Normal: var next }
        && !Participles.IsOne(next)
        && !next.EndsWith("ing", StringComparison.Ordinal);

    private static List<Sentence> Sentences(Question question, StoryIndex index)
    {
        var sentences = new List<Sentence>();
        var words = new List<Word>();
        for (var at = 0; at < question.Words.Count; at++)
        {
            words.Add(question.Words[at]);
            var end = at + 1 < question.Words.Count ? question.Words[at + 1].Start : question.Text.Length;
            var between = question.Text.AsSpan(question.Words[at].Start, Math.Max(0, end - question.Words[at].Start));
            var isLast = at + 1 == question.Words.Count;
            if (isLast || IsEnd(between, index) || (between.Contains(": ", StringComparison.Ordinal) && Opens(question.Words.Skip(at + 1))))
            {
                sentences.Add(
                    new Sentence(
                        words,
                        between.Contains('?')
                            || (!between.ContainsAny('.', '!') && Opens(words))
                            || Clarifies(words)
                            || (sentences.Count > 0 && sentences[^1].Asks && Adds(words))
                    )
                );
                words = [];
            }
        }

        return sentences;
    }

    /// <summary>A stop with a space after it; that of "Mr." and "U.N." ends no sentence.</summary>
    /// <param name="between">From the beginning of a word to that of the next.</param>
    private static bool IsEnd(ReadOnlySpan<char> between, StoryIndex index)
    {
        var written = between[..(between.IndexOf(' ') is >= 0 and var space ? space : between.Length)];
        return between.Contains('\n')
            || (
                written.Length < between.Length
                && (written.ContainsAny('!', '?') || (written.EndsWith('.') && !IsAbbreviation(written.TrimEnd('.'), index)))
            );
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word, StoryIndex index) =>
        word.Length < 2 || word.Contains('.') || index.Lexicon.Abbreviations.Contains(word.ToString().ToLowerInvariant());

    /// <summary>Whether it begins as a question or a request does.</summary>
    private static bool Opens(IEnumerable<Word> words) =>
        words.SkipWhile(word => TellForm.IsOpener(word.Normal)).FirstOrDefault() is { } first
        && (QuestionWords.Contains(first.Normal) || TellForm.IsAuxiliary(first.Normal) || Requests.Contains(first.Normal));

    /// <summary>"… as of 1 May", "… in August then": it says when, and is no sentence of its own.</summary>
    private static bool Adds(List<Word> words) =>
        words[0].Normal is "as" or "by" or "in" or "on" or "since" or "before" or "after" or "until" or "at";

    /// <summary>"The first and the last, I mean."</summary>
    private static bool Clarifies(List<Word> words) =>
        words.Zip(words.Skip(1)).Any(pair => pair.First.Normal == "i" && pair.Second.Normal is "mean" or "meant");

    private sealed record Sentence(IReadOnlyList<Word> Words, bool Asks);
}
