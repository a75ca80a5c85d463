using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Answering.Gaps;

/// <summary>"Which company", "who is the minister": the noun is what is asked for.</summary>
internal static class AskedAs
{
    /// <summary>"Which reporters": the paper is told, and nobody who wrote it.</summary>
    public static bool LacksAuthor(Question question, Found fact, Predicate<EntityId> isPerson) =>
        question.First(word => word == "which") is >= 0 and var which
        && which + 1 < question.Words.Count
        && AsksForAuthor(question.Words[which + 1])
        && !fact.Fact.About.Any(id => isPerson(id));

    private static bool AsksForAuthor(Word noun) =>
        noun.Normal is "reporter" or "reporters" or "journalist" or "journalists" or "author" or "authors" or "editor" or "editors";

    /// <summary>The fact lacks what "which" asks for, or the noun of "who is the …" and "what is the …".</summary>
    public static bool Lacks(Question question, Found fact)
    {
        var words = question.Words;
        var which = question.First(word => word == "which");
        var identity =
            words.Count is > 2 and < 8
            && words[0].Normal is "who" or "what"
            && words[1].Normal is "is" or "are" or "was" or "were"
            && words[2].Normal is "the" or "a" or "an" or "their" or "its" or "his" or "her";
        var noun =
            which >= 0 && !question.Asks("classes") ? NounOfWhich(words.Skip(which + 1))
            : identity
                ? words
                    .Skip(2)
                    .SkipWhile(word => word.IsStop)
                    .TakeWhile(word => !word.IsStop)
                    .LastOrDefault(word => IsSought(question, word))
            : null;
        var at = noun is null ? -1 : TermOf(question, noun);
        return at >= 0
            && (
                fact.Match!.Credits[at] < (identity && words[0].Normal == "who" ? 0.8f : 0.6f)
                || (which >= 0 && AsksToName(words, which + 1, fact))
            );
    }

    /// <summary>"Quoted" only frames a question, and "guy" is anybody.</summary>
    private static bool IsSought(Question question, Word word) =>
        TermOf(question, word) >= 0 && word.Normal is not ("guy" or "man" or "woman" or "lady" or "dude" or "person" or "people" or "one");

    /// <summary>The term that a word is, or is a part of; -1 where it is none, or a name.</summary>
    private static int TermOf(Question question, Word word)
    {
        var at = question.Words.ToList().IndexOf(word);
        return question.Terms.ToList().FindIndex(term => term.Entity is null && term.At <= at && at < term.At + term.Length);
    }

    /// <summary>"Which unit used": the last word before the stop words, or before what was done, which its ending tells.</summary>
    private static Word? NounOfWhich(IEnumerable<Word> words)
    {
        var phrase = words.SkipWhile(word => word.IsStop).TakeWhile(word => !word.IsStop).ToList();
        return phrase.FindLast(word => !word.Normal.EndsWith("ed", StringComparison.Ordinal)) ?? phrase.LastOrDefault();
    }

    /// <summary>"Which four counties": that they are four is known, and no four names are given.</summary>
    private static bool AsksToName(IReadOnlyList<Word> words, int at, Found fact) =>
        at < words.Count && NumberWords.ValueOf(words[at].Normal) is { } number && SentenceNames.In(fact.Fact.Says).Count < number;
}
