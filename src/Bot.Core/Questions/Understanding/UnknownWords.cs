using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>What a word is that the story does not hold: a name, which nothing stands in for, or slang.</summary>
internal static class UnknownWords
{
    /// <summary>A word that nobody would look for in a lexicon: a number, a name, a form that English does not have.</summary>
    public static bool IsName(Question question, int at, int[] markers, StoryIndex index)
    {
        var word = question.Words[at];
        return !question.IsOfDate(at)
            && (
                (char.IsDigit(word.Normal[0]) && word.Normal != "1" && !WeighTerms.IsDayOfMonth(question, at) && !IsTimeOfDay(word.Normal))
                || (word.IsCapitalised && at > 0 && word.Normal.Length > 1)
                || IsUnheardOf(question, at, markers, index)
                || index.Lexicon.Names.Contains(word.Normal)
            );
    }

    private static bool IsUnheardOf(Question question, int at, int[] markers, StoryIndex index) =>
        question.Words[at].Normal is { Length: > 3 } word
        && markers.Length == 0
        && !WordRanks.KnowsForm(word)
        && !IsSlang(question, at)
        && !WeighTerms.IsLight(word, index);

    /// <summary>"It got blorped", "was it being blorped": no name stands there and ends so.</summary>
    public static bool IsSlang(Question question, int at) =>
        at > 0
        && !WordRanks.KnowsForm(question.Words[at].Normal)
        && question.Words[at].Normal is [.., 'e', 'd'] or [.., 'i', 'n', 'g']
        && question.Words[at - 1].Normal
            is "get"
                or "gets"
                or "got"
                or "getting"
                or "be"
                or "been"
                or "being"
                or "is"
                or "are"
                or "was"
                or "were"
                or "have"
                or "has"
                or "had";

    /// <summary>"My 11pm crossing".</summary>
    private static bool IsTimeOfDay(string word) =>
        word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("pm", StringComparison.Ordinal);
}
