using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>The noun a question asks for: "which treaty", "what kind of drug", "what is the name of". Its answer often stands beside that noun.</summary>
internal static class AskedNoun
{
    /// <summary>The number of the noun's word; null when there is none.</summary>
    public static int? Of(Question question)
    {
        var words = question.Words;
        var at = 0;
        while (at < words.Count && words[at].Normal is not ("what" or "which"))
        {
            at++;
        }

        var from = at + 1;
        var isFollowed = from < words.Count && words[from].Normal is "is" or "was" or "are" or "were";
        from += isFollowed ? 1 : 0;
        if (
            from + 1 < words.Count
            && words[from + 1].Normal == "of"
            && words[from].Normal is "type" or "kind" or "sort" or "types" or "kinds"
        )
        {
            from += 2;
        }

        while (from < words.Count && words[from].Normal is "the" or "a" or "an" or "one" or "other" or "another")
        {
            from++;
        }

        var to = from;
        while (to < words.Count && !words[to].IsStop)
        {
            to++;
        }

        // "What is the capital of" asks for a capital, "what is Mary doing" for no Mary.
        var isNoun = !isFollowed || (to < words.Count && words[to].Normal is "of" or "for" or "that" or "in" or "to" or "on");
        return to > from && isNoun ? to - 1 : null;
    }
}
