using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// A sentence that names what a question asks about and lacks just what it asks for: "how many doors" where doors are not counted, "when" where no word tells
/// of time. Each rule is silent where it cannot tell.
/// </summary>
internal sealed partial class Untold
{
    /// <summary>Nobody writes longer sentences: what is longer is no sentence, and not worth the time.</summary>
    private const int LongestSentence = 2_000;

    /// <summary>What somebody is who has a name.</summary>
    private const string Roles =
        "(?:minister|president|governor|mayor|chief|director|manager|executive|chair(?:man|woman|person)?|spokes(?:man|woman|"
        + "person)|secretary|lawyer|attorney|solicitor|barrister|judge|prosecutor|officer|inspector|detective|captain|colonel|"
        + "general|commander|sergeant|soldier|pilot|driver|nurse|doctor|surgeon|teacher|professor|scientist|researcher|engineer|"
        + "expert|nominee|candidate|senator|councillor|deputy|ambassador|envoy|leader|boss|head|owner|founder|investor|buyer|"
        + "editor|reporter|journalist|photographer|author|coach|trainer|player|goalkeeper|striker|referee|priest|bishop|imam|"
        + "rabbi|king|queen|witness|victim|suspect|gunman|attacker|thief|killer|boy|girl|child|man|woman|person|student|pupil|"
        + "mother|father|son|daughter|brother|sister|wife|husband|widow|friend|neighbou?r|resident|worker|employee|colleague|"
        + "assistant|adviser|advisor|whistleblower|hacker|farmer|fisherman|sailor|guard|caller|patient|mediator|successor|"
        + "predecessor)";

    private readonly List<Func<PassageView, bool>> rules = [];

    /// <summary>The rules that this question calls for: none for most. They go by the words that ask, so that what was said around them does not count.</summary>
    public Untold(Question question, Counted? counted, Speech? speech)
    {
        var asked = question.InNormalWords();
        AddFigures(question, asked, counted);
        AddTimeAndCause(asked);
        AddNames(question, asked);
        AddDoer(question, asked);
        if (speech is not null && !question.YesNo)
        {
            rules.Add(view => speech.IsSilent(view) || speech.IsOfAnotherMatter(view));
        }
    }

    private void AddFigures(Question question, string asked, Counted? counted)
    {
        if (counted is not null)
        {
            rules.Add(counted.IsUntold);
        }
        else if (Price().IsMatch(asked))
        {
            rules.Add(view => !TellingWords.OfMoney(view.Passage.Text));
        }
        else if (AsksShare(question))
        {
            rules.Add(view => !TellingWords.OfShare(view.Passage.Text));
        }
        else if (HowMuch().IsMatch(asked))
        {
            rules.Add(view => !TellingWords.OfAmount(view.Passage.Text));
        }

        if (Measures.Asked(question))
        {
            rules.Add(view => !Measures.Fit(question, view.Passage.Text));
        }
    }

    private void AddTimeAndCause(string asked)
    {
        if (When().IsMatch(asked))
        {
            rules.Add(view => !TellingWords.OfTime(view.Passage.Text));
        }

        // Why somebody is against it is told by whatever they say.
        if (Why().IsMatch(asked) && !Feeling().IsMatch(asked))
        {
            rules.Add(view => !GivesCause(view, view.Number) && !GivesCause(view, view.Number + 1));
        }
    }

    private void AddNames(Question question, string asked)
    {
        if (!question.Has(static word => word is "what" or "whats" or "who" or "whos" or "which" or "names"))
        {
            return;
        }

        if (NameOf().Match(asked) is { Success: true } name && WordAt(question, asked, name.Groups["role"].Index) is { TermId: >= 0 } role)
        {
            rules.Add(view => FittingWords.IsUnnamed(view, role.TermId) || !view.IsHeldAround(term => term == role.TermId));
        }

        if (Head().IsMatch(asked))
        {
            rules.Add(view => !TellingWords.OfOffice(view.Passage.Text));
        }

        if (
            NamesOf().Match(asked) is { Success: true } names
            && WordAt(question, asked, names.Groups["noun"].Index) is { TermId: >= 0 } many
        )
        {
            rules.Add(view => !Listed().IsMatch(view.Passage.Text) && FittingWords.IsNameless(view, many.TermId));
        }

        if (Which().Match(asked) is { Success: true } which && WordAt(question, asked, which.Index + which.Length) is { TermId: >= 0 } noun)
        {
            rules.Add(
                which.Groups["many"].Success
                    ? view => !Listed().IsMatch(view.Passage.Text) && FittingWords.IsNameless(view, noun.TermId)
                    : view => !view.Passage.Text.Contains(':') && FittingWords.IsAnyOf(view, noun.TermId)
            );
        }
    }

    private void AddDoer(Question question, string asked)
    {
        if (Doer().Match(asked) is { Success: true } doer && WordAt(question, asked, doer.Groups["deed"].Index) is { TermId: >= 0 } deed)
        {
            var suffers = question
                .Words.SkipWhile(word => word != deed)
                .Skip(1)
                .SkipWhile(IsArticle)
                .TakeWhile(word => !word.IsStop)
                .ToList();
            rules.Add(view => FittingWords.IsSuffered(view, deed.TermId, suffers) && !By().IsMatch(view.Passage.Text));
        }
    }

    /// <summary>Whether the question asks what something costs.</summary>
    public static bool AsksPrice(Question question) =>
        question.Has(static word => word is "much" or "what" or "whats") && Price().IsMatch(question.InNormalWords());

    /// <summary>Whether the question asks what part of a whole something is.</summary>
    public static bool AsksShare(Question question) => Share().IsMatch(question.Text);

    /// <summary>Whether the sentence looked at is such.</summary>
    public bool Is(PassageView view)
    {
        if (view.Passage.Text.Length > LongestSentence)
        {
            return false;
        }

        foreach (var rule in rules)
        {
            if (rule(view))
            {
                return true;
            }
        }

        return false;
    }

    private static bool GivesCause(PassageView view, int number) =>
        view.IsBeside(number) && TellingWords.OfCause(view.Index.PassageList[number].Text);

    private static bool IsArticle(Word word) =>
        word.Normal is "the" or "a" or "an" or "this" or "that" or "his" or "her" or "its" or "their";

    /// <summary>The word that begins at a place of the words put in a row; null behind the last.</summary>
    private static Word? WordAt(Question question, string asked, int place) =>
        asked.AsSpan(0, Math.Min(place, asked.Length)).Count(' ') is var at && at < question.Words.Count && place < asked.Length
            ? question.Words[at]
            : null;

    [GeneratedRegex(
        @"\b(?:what|which) (?:%|(?:percentage|percent|per cent|proportion|share|fraction) of\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Share();

    [GeneratedRegex(@"\bhow much (?!(?:later|earlier|more|less|longer|better|bigger|faster|of)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex HowMuch();

    [GeneratedRegex(
        @"^(?:and |so |but )?when (?:did|do|does|was|were|is|are|will|has|have|had|would|can|could|should)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex When();

    [GeneratedRegex(
        @"^(?:and |so |but )?(?:what reasons? |why )(?:did|do|does|was|were|is|are|has|have|had|would|didn't|wasn't|weren't)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Why();

    [GeneratedRegex(
        @"\b(?:(?:un)?happy|angry|upset|mad|furious|oppos\w+|against|critic\w+|concern\w+|worr\w+|object\w*|complain\w*)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Feeling();

    [GeneratedRegex(
        @"\bwhat(?:'s|s| is| was| are| were) the names? of (?:[\w'’-]+ ){0,4}?(?<role>"
            + Roles
            + @")(?: (?:who|that|which|whose|in|of|to|where|on|at|for|from|with|by)\b.*)?$"
            + @"|\bwhat(?:'s|s| is| was) (?:[\w'’-]+ ){0,4}?(?<role>"
            + Roles
            + @")(?:'?s|’s)? name$"
            + @"|\bwho(?:'s|s| is| was) the (?:[\w'’-]+ ){0,2}?(?<role>"
            + Roles
            + @")(?: (?:of|who|at|in|for)\b.*)?$"
            + @"|\bwho(?:'s|s| is| was) (?!the\b)(?:[\w'’-]+ ){1,3}?(?<role>"
            + Roles
            + @")$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameOf();

    [GeneratedRegex(
        @"^(?:and |so |but )?who(?:'s|s| is) (?:the (?:current |new )?(?:head|boss|chief|leader|president|chair\w*|ceo|director|manager|chief executive|owner)(?:'s|s)? (?:of|at) |in charge of |running |heading |leading )",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Head();

    /// <summary>"What are the six farms called", "names of the two inspectors", "who are the other owners".</summary>
    [GeneratedRegex(
        @"\bwhat(?:'re| are| were) (?:[\w'’-]+ ){0,4}?(?<noun>\w+s) (?:called|named)\b"
            + @"|\bnames of (?:the|those|these|all|any|his|her|its|their) (?:[\w'’-]+ ){0,3}?(?<noun>\w+s)(?: (?:who|that|which|whose|in|of|to|where|on|at|for|from|with|by|it|they)\b.*)?$"
            + @"|\bwho(?:'re| are| were) the (?:other|rest|remaining|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w'’-]+ ){0,2}?(?<noun>\w+s)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NamesOf();

    /// <summary>Names follow.</summary>
    [GeneratedRegex(
        @":|\b(?:called|named|names?|known as|identified|namely|such as|including|among them)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Listed();

    [GeneratedRegex(
        @"^(?:(?:and|so|but|in|at|on|from|to|for|by|with|through) )?(?:which|what (?:type|kind|sort|model|make|brand) of)\b (?<many>(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) )?",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Which();

    [GeneratedRegex(
        @"^(?:and |so |but )?who (?:(?!was|were|is|are|did|does|do|not|never|has|have)[\w'’]+ ){0,4}?(?<deed>\w+(?:ed|en|ole|ook|ilt|ent|aw|ew|aid|oke|ote|ove|ave|ade|old|ound|an|am|it|ut|id|eft|ost|ought|aught))\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Doer();

    [GeneratedRegex(@"\bby\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    /// <summary>"How much did it cost", and not "how much oil leaked before they were paid".</summary>
    [GeneratedRegex(
        @"\bhow much (?:money|cash|compensation|funding|aid|debt|tax|profit|revenue|damages)\b|\bhow much (?!ha[sd]\b)(?:(?!before|after|when|who)\w+ ){0,6}?(?:cost|costs|costing|pay|paid|pays|paying|worth|spend|spent|spending|charge|charged|earn|earned|raise|raised|owe|owed|fined|donate|donated|invest|invested)\b"
            + @"|\bwhat (?:does|did|do|will|would) (?:[\w'’]+ ){1,5}?(?:cost|charge)\b(?! of| with)"
            + @"|\bwhat(?:'s|s| is| was| are| were) the (?:[\w'’]+ )?(?:price|cost|fee|fare|salary|fine|bill)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Price();
}
