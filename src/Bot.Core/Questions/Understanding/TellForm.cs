using Bot.Core.Facts;

namespace Bot.Core.Questions.Understanding;

/// <summary>Tells what sort of question it is: what it asks for, whether yes or no would answer it, whose deed or word it is about.</summary>
internal static class TellForm
{
    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal)
    {
        "did",
        "does",
        "do",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "can",
        "could",
        "will",
        "would",
        "should",
        "may",
        "might",
    };

    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal)
    {
        "of",
        "by",
        "from",
        "to",
        "in",
        "on",
        "at",
        "for",
        "with",
        "about",
        "against",
        "used",
        "using",
        "after",
        "before",
    };

    public static Question Apply(Question question, Context context)
    {
        var words = question.Words;
        var form = question with
        {
            Slot = WaysOfAsking.SlotOf(question.Cues),
            YesNo = IsYesNo(question),
            Negated = words.Any(word => word.Normal is "not" or "never" or "no" or "without" or "nobody" or "none"),
            Universal = question.Asks("universal") && words.All(word => word.Normal is not "or"),
            Doubting = question.Asks("doubt"),
            Subject = SubjectOf(question),
        };
        return form.Note(
            $"asks for: {form.Slot?.ToString().ToLowerInvariant() ?? "a statement"}{(form.YesNo ? ", as yes or no" : "")}; subject: {form.Subject?.Name ?? "none"}"
        );
    }

    private static bool IsYesNo(Question question)
    {
        var words = question
            .Words.SkipWhile(word => word.Normal is "so" or "and" or "but" or "lol" or "wait" or "hey" or "ok" or "then")
            .ToList();
        if (words.Count == 0)
        {
            return false;
        }

        return Auxiliaries.Contains(words[0].Normal)
            || (words[^1].Normal is "right" or "true" or "correct" or "yes" or "no" && question.Slot is null)
            || words.Take(2).Select(word => word.Normal).SequenceEqual(["is", "it"]);
    }

    /// <summary>The party after the auxiliary ("did X …", "what has X …") or before the first verb ("X said what").</summary>
    private static Entity? SubjectOf(Question question)
    {
        foreach (var mention in question.Mentions)
        {
            var before = mention.At - 1;
            while (before >= 0 && question.Words[before].Normal is "the" or "a" or "an" or "that" or "not")
            {
                before--;
            }

            if (
                before < 0
                || Auxiliaries.Contains(question.Words[before].Normal)
                || question.Words[before].Normal is "why" or "what" or "when" or "how" or "so"
            )
            {
                return mention.Entity.Kind is EntityKind.Place or EntityKind.Product ? null : mention.Entity;
            }

            if (Prepositions.Contains(question.Words[before].Normal))
            {
                continue;
            }

            return null;
        }

        return null;
    }
}
