using System.Buffers;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>
/// Leaves out what the asker says of himself: "I have a meeting in five minutes and need to know what …", "sorry, just joined, …", "… thank you".
/// Only where enough is left to be asked.
/// </summary>
internal static class LeaveOutAsides
{
    private const int LeastLeft = 2;

    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:.!?");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-\u2013\u2014");
    private static readonly HashSet<string> Selves = new(StringComparer.Ordinal)
    {
        "i",
        "im",
        "ive",
        "we",
        "my",
        "our",
        "sorry",
        "hello",
        "hi",
        "hey",
        "thanks",
        "thank",
        "cheers",
        "please",
        "pls",
    };

    /// <summary>"I heard that …" is about the story.</summary>
    private static readonly HashSet<string> Hearsay = new(StringComparer.Ordinal)
    {
        "heard",
        "hear",
        "read",
        "saw",
        "see",
        "seen",
        "think",
        "thought",
        "believe",
        "believed",
        "bet",
        "guess",
        "know",
        "knew",
        "said",
        "say",
        "told",
    };

    private static readonly HashSet<string> BeforeQuestion = new(StringComparer.Ordinal)
    {
        "on",
        "about",
        "of",
        "know",
        "ask",
        "asking",
        "wonder",
        "wondering",
        "understand",
        "explain",
        "tell",
        "me",
        "us",
        "see",
        "find",
        "out",
        "remember",
        "sure",
    };

    public static Question Apply(Question question, Context context)
    {
        question = WithoutLength(question);
        if (!question.Has(word => Selves.Contains(word)))
        {
            return question;
        }

        if (OnlyOverview(question, context.Index) is { } overview)
        {
            return Left(question, overview);
        }

        List<Word> kept = [.. Clauses(question).Where(clause => !IsAside(clause)).SelectMany(FromItsQuestion)];
        return kept.Count == question.Words.Count || !IsWhole(kept) ? question : Left(question, kept);
    }

    /// <summary>"All reactions in 2-3 lines": how long an answer is wished.</summary>
    private static Question WithoutLength(Question question)
    {
        var (words, end) = (question.Words, question.First(word => word is "lines" or "sentences" or "words" or "bullets" or "paragraphs"));
        var from = end - 1;
        while (from > 0 && IsNumber(words[from].Normal))
        {
            from--;
        }

        if (from < 0 || from == end - 1 || words[from].Normal is not ("in" or "within" or "max"))
        {
            return question;
        }

        List<Word> kept = [.. words.Take(from), .. words.Skip(end + 1)];
        return kept.Exists(word => !word.IsStop) ? Left(question, kept) : question;
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) || NumberWords.Contains(word) || word is "or" or "to" or "few";

    private static Question Left(Question question, IReadOnlyList<Word> kept) =>
        question with
        {
            Words = kept,
            LeftOut = [.. question.LeftOut, .. question.Words.Except(kept)],
        };

    /// <summary>"I work in finance, is that affected?" needs its first half.</summary>
    private static bool IsWhole(IReadOnlyList<Word> words) =>
        words.Count(word => !word.IsStop) >= LeastLeft
        || (
            words.Any(word => QuestionWords.Contains(word.Normal))
            && !words.Any(word => word.Normal is "it" or "that" or "this" or "they" or "them")
        );

    private static bool IsAside(IReadOnlyList<Word> clause) =>
        Selves.Contains(clause[0].Normal)
        && !clause.Any(word => Hearsay.Contains(word.Normal) || QuestionWords.Contains(word.Normal))
        && (clause.Count < 4 || TellsOfAsker(clause[0]));

    private static bool TellsOfAsker(Word first) => first.Normal is "i" or "im" or "ive" or "we" or "my";

    /// <summary>"I just got here catch me up on this i was away": the request and what it is about, without who asks; null where that is not so.</summary>
    private static List<Word>? OnlyOverview(Question question, StoryIndex index)
    {
        var (words, terms) = (question.Words, question.TermIds());
        for (var at = 0; at < terms.Length; at++)
        {
            var (ways, length) = terms[at] < 0 ? ([], 0) : index.Cues.Longest(terms, at);
            if (ways.Any(way => index.Lexical.Name(way) == "overview"))
            {
                var from = TellsOfAsker(words[0]) ? at : 0;
                var end = at + length;
                while (end < words.Count && !(TellsOfAsker(words[end]) && !IsJoined(words[end - 1].Normal)))
                {
                    end++;
                }

                return end < words.Count ? [.. words.Take(end).Skip(from)] : null;
            }
        }

        return null;
    }

    /// <summary>"What happens if I …" is not said of the asker beside the question.</summary>
    private static bool IsJoined(string before) =>
        TellForm.IsAuxiliary(before)
        || QuestionWords.Contains(before)
        || before is "if" or "whether" or "that" or "because" or "as" or "until" or "unless";

    /// <summary>"I need one sentence on what was …" asks from "what" on.</summary>
    private static IReadOnlyList<Word> FromItsQuestion(IReadOnlyList<Word> clause)
    {
        if (!TellsOfAsker(clause[0]))
        {
            return clause;
        }

        for (var at = 2; at + 1 < clause.Count; at++)
        {
            if (QuestionWords.Contains(clause[at].Normal) && BeforeQuestion.Contains(clause[at - 1].Normal))
            {
                return [.. clause.Skip(at)];
            }
        }

        return clause;
    }

    private static List<List<Word>> Clauses(Question question)
    {
        var clauses = new List<List<Word>> { new() };
        var from = 0;
        foreach (var word in question.Words)
        {
            if (clauses[^1].Count > 0 && word.Start > from && IsBreak(question.Text.AsSpan(from, word.Start - from)))
            {
                clauses.Add([]);
            }

            clauses[^1].Add(word);
            from = word.Start;
        }

        return clauses;
    }

    /// <summary>Between the beginnings of two words.</summary>
    private static bool IsBreak(ReadOnlySpan<char> between)
    {
        var space = between.IndexOf(' ');
        return space >= 0 && (between[..space].IndexOfAny(Stops) >= 0 || between[space..].IndexOfAny(Dashes) >= 0);
    }
}
