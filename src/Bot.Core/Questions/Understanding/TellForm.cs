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

    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "so",
        "and",
        "or",
        "but",
        "lol",
        "wait",
        "hey",
        "ok",
        "then",
        "well",
        "um",
    };
    private static readonly HashSet<string> Modals = new(StringComparer.Ordinal)
    {
        "will",
        "can",
        "could",
        "would",
        "may",
        "might",
        "shall",
    };
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "right",
        "true",
        "correct",
        "yes",
        "no",
        "yeah",
        "huh",
        "innit",
    };
    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal) { "it", "he", "she", "they", "you", "we" };
    private static readonly HashSet<string> Being = new(StringComparer.Ordinal) { "is", "are", "was", "were", "been", "being", "got" };

    /// <summary>What somebody is, though it looks like what was done to him.</summary>
    private static readonly HashSet<string> Adjectives = new(StringComparer.Ordinal)
    {
        "involved",
        "concerned",
        "pleased",
        "satisfied",
        "prepared",
        "committed",
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

    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    /// <summary>"So", "and", "ok": it may stand before any question.</summary>
    public static bool IsOpener(string word) => Openers.Contains(word);

    /// <summary>"…, right?"</summary>
    public static bool IsTag(string word) => Tags.Contains(word);

    public static Question Apply(Question question, Context context)
    {
        var words = question.Words;
        var isLeading = IsLeading(question);
        var isYesNo = isLeading || (BeginsWithAuxiliary(question) && !AsksToBeTold(question));
        return question with
        {
            Slot = WaysOfAsking.SlotOf(AddsAQuestion(question) ? CuesBefore(question, words.Count - 2, context) : question.Cues),
            YesNo = isYesNo,
            Leading = isLeading,
            Double = IsDouble(question),
            Future =
                question.HasPair((first, second) => first == "when" && Modals.Contains(second))
                || (question.Has(word => word == "when") && SpeaksOfNext(question)),
            Negated = question.Has(word => word is "not" or "never" or "no" or "without" or "nobody" or "none"),
            Universal =
                (question.Asks("universal") || question.Asks("broad")) && !question.Has(word => word == "or") && !IsListed(question),
            Doubting = question.Asks("doubt"),
            Subject = SubjectOf(question, context.Index.Book),
            Doer = (
                question.Mentions.FirstOrDefault(mention =>
                    Before(question, mention) is "did" or "does" or "do" or "has" or "have" or "had" && !IsPassive(question, mention)
                ) ?? (isYesNo ? question.Mentions.LastOrDefault(mention => Before(question, mention) == "by") : null)
            )?.Entity,
            Undergoer = question.Mentions.FirstOrDefault(mention => IsPassive(question, mention))?.Entity,
        };
    }

    /// <summary>"List every …" asks for all there are, and "not sweeping" for none.</summary>
    private static bool IsListed(Question question) =>
        question.Words[0].Normal is "list" or "name"
        || question
            .Words.SkipWhile(word => word.Normal != "not")
            .Skip(1)
            .SkipWhile(word => word.Normal is "a" or "an" or "the")
            .FirstOrDefault()
            is { Normal: "sweeping" or "blanket" or "total" or "complete" };

    /// <summary>"The next hearing": what is to come, unless the question is of the past or of what lies beside something.</summary>
    internal static bool SpeaksOfNext(Question question)
    {
        var next = question.First(word => word is "next" or "upcoming");
        return next >= 0
            && question.First(word => word is "did" or "was" or "were" or "had") < 0
            && !(next + 1 < question.Words.Count && question.Words[next + 1].Normal is "to" or "day");
    }

    /// <summary>"Was X suspended", "has X been suspended", "how many X were killed".</summary>
    private static bool IsPassive(Question question, Mention mention)
    {
        var (words, at) = (question.Words, mention.End);
        var isBeing = Being.Contains(Before(question, mention));
        for (; at < words.Count && (Being.Contains(words[at].Normal) || words[at].Normal is "have" or "has" or "had"); at++)
        {
            isBeing |= Being.Contains(words[at].Normal);
        }

        return isBeing && at < words.Count && !Adjectives.Contains(words[at].Normal) && Participles.IsOne(words[at].Normal);
    }

    private static bool BeginsWithAuxiliary(Question question) =>
        question.First(word => !Openers.Contains(word)) is >= 0 and var first && Auxiliaries.Contains(question.Words[first].Normal);

    /// <summary>"Can someone tell me which …": what follows is the question.</summary>
    private static bool AsksToBeTold(Question question)
    {
        var asking = question.First(QuestionWords.Contains);
        return asking > 1 && Enumerable.Range(0, asking).All(at => question.IsCue(at) || Openers.Contains(question.Words[at].Normal));
    }

    /// <summary>"…, right?", "… isn't it?" or "so they …?", and no question word before it.</summary>
    private static bool IsLeading(Question question)
    {
        var words = question.Words;
        if (words.Count < 3 || BeginsWithAuxiliary(question) || question.Has(QuestionWords.Contains))
        {
            return false;
        }

        return Tags.Contains(words[^1].Normal)
            || IsStatementBehindSo(question)
            || (
                words.Count > 3
                && Pronouns.Contains(words[^1].Normal)
                && words[^2].Normal == "not"
                && Auxiliaries.Contains(words[^3].Normal)
            )
            || (words.Count > 3 && words[^1].Normal == "not" && Auxiliaries.Contains(words[^2].Normal))
            || (words.Count > 3 && Pronouns.Contains(words[^1].Normal) && Auxiliaries.Contains(words[^2].Normal));
    }

    /// <summary>"So they …?", "so X …?", and not "so any news?".</summary>
    private static bool IsStatementBehindSo(Question question) =>
        question.Words is [{ Normal: "so" }, var next, _, _, ..]
        && (next.Normal is "the" or "it" or "they" or "he" or "she" || question.Mentions.Any(mention => mention.At == 1))
        && question.Text.AsSpan().TrimEnd().EndsWith('?');

    /// <summary>"Which one was it and why": the first half says what is asked for.</summary>
    private static bool AddsAQuestion(Question question) =>
        question.Words is [.., _, { Normal: "and" }, { Normal: "why" or "when" or "where" or "how" }]
        && question.First(QuestionWords.Contains) is var asking
        && asking < question.Words.Count - 2;

    private static IReadOnlyList<string> CuesBefore(Question question, int end, Context context) =>
        WaysOfAsking.In(question.TermIds().AsSpan(0, end), context.Index).Names;

    private static bool IsDouble(Question question) =>
        question.First(word => word == "and") is > 1 and var and
        && question.Words.Skip(and + 1).Any(word => QuestionWords.Contains(word.Normal))
        && (question.First(QuestionWords.Contains) is var asking && (asking >= 0 && asking < and) || AsksForSeveral(question));

    /// <summary>"The number of them and which reason was given."</summary>
    private static bool AsksForSeveral(Question question) =>
        question.Cues.Count(cue => cue is "number" or "cause" or "date" or "place") > 1;

    /// <summary>The party right after an auxiliary ("did X …", "what has X …"), else before the first verb ("X said what").</summary>
    private static Entity? SubjectOf(Question question, FactBook book) =>
        question.Mentions.Count == 0 ? null
        : question.Mentions.Where(mention => IsParty(mention.Entity, book)).ToList() is var parties
        && parties.Find(mention => Auxiliaries.Contains(Before(question, mention))) is { } asked
            ? asked.Entity
        : First(question.Mentions, question, book);

    private static Entity? First(IReadOnlyList<Mention> mentions, Question question, FactBook book)
    {
        var first = mentions.FirstOrDefault(mention => !Prepositions.Contains(Before(question, mention)));
        return
            first is not null && Before(question, first) is "" or "why" or "what" or "when" or "how" or "so" && IsParty(first.Entity, book)
            ? first.Entity
            : null;
    }

    /// <summary>A place or product is a party only where the story has it speak.</summary>
    private static bool IsParty(Entity entity, FactBook book) =>
        entity.Kind is not (EntityKind.Place or EntityKind.Product)
        || book.Facts.Any(fact => fact.Speaker is Speaker.People people && people.Ids.Contains(entity.Id));

    /// <summary>The word before a mention, articles passed over; empty at the start.</summary>
    internal static string Before(Question question, Mention mention)
    {
        var before = mention.At - 1;
        while (before >= 0 && question.Words[before].Normal is "the" or "a" or "an" or "that" or "not")
        {
            before--;
        }

        return before < 0 ? "" : question.Words[before].Normal;
    }
}
