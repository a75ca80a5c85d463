using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>What sort of thing a question asks for.</summary>
internal enum Sort
{
    /// <summary>Nothing in particular.</summary>
    Any,
    Number,
    Date,

    /// <summary>Who or where.</summary>
    Name,
}

/// <summary>Tells what sort of thing a question asks for.</summary>
internal static class AnswerType
{
    /// <summary>The first question word tells, with the word after it.</summary>
    public static Sort Of(Question question)
    {
        for (var at = 0; at < question.Words.Count; at++)
        {
            var next = at + 1 < question.Words.Count ? question.Words[at + 1].Normal : "";
            switch (question.Words[at].Normal)
            {
                case "who" or "whom" or "whose" or "where":
                    return Sort.Name;
                case "when":
                    return Sort.Date;
                case "how":
                    return IsMeasure(next) ? Sort.Number : Sort.Any;
                case "why":
                    return Sort.Any;
                case "what" or "which":
                    return ByNoun(next);
            }
        }

        return Sort.Any;
    }

    private static bool IsMeasure(string word) =>
        word
            is "many"
                or "much"
                or "few"
                or "long"
                or "old"
                or "far"
                or "often"
                or "big"
                or "large"
                or "high"
                or "tall"
                or "deep"
                or "wide"
                or "fast";

    private static Sort ByNoun(string noun) =>
        noun switch
        {
            "year" or "years" or "date" or "day" or "month" or "century" or "decade" or "time" or "era" => Sort.Date,
            "percentage" or "percent" or "number" or "amount" or "proportion" or "age" or "share" or "fraction" or "score" => Sort.Number,
            "country" or "countries" or "city" or "cities" or "state" or "town" or "place" or "region" or "nation" => Sort.Name,
            _ => Sort.Any,
        };
}
