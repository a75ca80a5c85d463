using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// A sentence that names what a question asks about and lacks just what it asks for: "how many doors" where doors are not counted, "when" where no word tells
/// of time. Each rule is silent where it cannot tell.
/// </summary>
internal sealed partial class Untold
{
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

    private const RegexOptions Ways = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly List<Func<PassageView, bool>> rules = [];

    /// <summary>The rules that this question calls for: none for most.</summary>
    public Untold(Question question, Counted? counted, Speech? speech)
    {
        var text = question.Text;
        if (counted is not null)
        {
            rules.Add(counted.IsUntold);
        }
        else if (Price().IsMatch(text))
        {
            rules.Add(view => !TellingWords.OfMoney(view.Passage.Text));
        }
        else if (HowMuch().IsMatch(text))
        {
            rules.Add(view => !TellingWords.OfAmount(view.Passage.Text));
        }

        if (Measures.Asked(question))
        {
            rules.Add(view => !Measures.Fit(question, view.Passage.Text));
        }

        if (When().IsMatch(text))
        {
            rules.Add(view => !TellingWords.OfTime(view.Passage.Text));
        }

        // Why somebody is against it is told by whatever they say.
        if (Why().IsMatch(text) && !Feeling().IsMatch(text))
        {
            rules.Add(view => !GivesCause(view, view.Number) && !GivesCause(view, view.Number + 1));
        }

        if (NameOf().Match(text) is { Success: true } name)
        {
            rules.Add(view => IsUnnamed(name.Groups["noun"].Value, view.Passage.Text));
        }

        if (Which().Match(text) is { Success: true } which && TermFrom(question, which.Index + which.Length) is >= 0 and var noun)
        {
            rules.Add(view => FittingWords.IsAnyOf(view, noun));
        }

        if (Doer().Match(text) is { Success: true } doer && TermFrom(question, doer.Groups["deed"].Index) is >= 0 and var deed)
        {
            rules.Add(view => FittingWords.IsSuffered(view, deed) && !By().IsMatch(view.Passage.Text));
        }

        if (speech is not null && !question.YesNo)
        {
            rules.Add(view => speech.IsSilent(view) || speech.IsOfAnotherMatter(view));
        }
    }

    /// <summary>Whether the sentence looked at is such.</summary>
    public bool Is(PassageView view)
    {
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

    /// <summary>The nurse, the mayor who was asked about goes without a name wherever they stand.</summary>
    private static bool IsUnnamed(string role, string text)
    {
        var places = Regex.Matches(text, Inflected(role), Ways);
        return places.Count > 0
            && !places.Any(place =>
                NamedBefore().IsMatch(text[..place.Index]) || NamedBehind().IsMatch(text[(place.Index + place.Length)..])
            );
    }

    /// <summary>The term of the first word from a place of the question on; -1 for none.</summary>
    private static int TermFrom(Question question, int start) => question.Words.FirstOrDefault(word => word.Start >= start)?.TermId ?? -1;

    private static string Inflected(string word) => $@"\b{Regex.Escape(word.Length > 4 ? word[..^1] : word)}\w{{0,3}}\b";

    [GeneratedRegex(@"\bhow much (?!later|earlier|more|less|longer|better|bigger|faster|of)", Ways)]
    private static partial Regex HowMuch();

    [GeneratedRegex(@"^(?:and |so |but )?when(?:'s)? (?:did|do|does|was|were|is|are|will|has|have|had|would|can|could|should)\b", Ways)]
    private static partial Regex When();

    [GeneratedRegex(
        @"^(?:and |so |but )?(?:what reasons? |why )(?:did|do|does|was|were|is|are|has|have|had|would|did(?:n't| not))\b",
        Ways
    )]
    private static partial Regex Why();

    [GeneratedRegex(
        @"\b[Ww]hat(?:'s|s| (?:is|was|are|were)) the names? of (?:the |an? |this |that |his |her |their )?(?:[\w'’-]+ ){0,2}?(?<noun>"
            + Roles
            + @")(?: (?:who|that|which|whose|in|of|to|where|on|at|for|from|with|by)\b.*)?\??$"
            + @"|\b[Ww]hat(?:'s|s| (?:is|was)) (?:the |an? |his |her |their )?(?:[\w'’-]+ ){0,2}?(?<noun>"
            + Roles
            + @")(?:'s?|s) name\??$"
            + @"|\b[Ww]ho(?:'s|s| (?:is|was)) the (?:[\w-]+ ){0,2}?(?<noun>"
            + Roles
            + @")(?: (?:of|who|at|in|for)\b.*)?\??$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NameOf();

    [GeneratedRegex(
        @"\b(?:(?:un)?happy|angry|upset|mad|furious|oppos\w+|against|critic\w+|concern\w+|worr\w+|object\w*|complain\w*)\b",
        Ways
    )]
    private static partial Regex Feeling();

    /// <summary>"Ann Holt, 41, the former harbour" and "Ann Holt is the".</summary>
    [GeneratedRegex(
        @"(?<!\w)(?!January|February|March|April|May|June|July|August|September|October|November|December|The )\p{Lu}[\w'’.-]*(?:, [^,]{1,12})?(?:,| is| was| as| became|'s| the| \() ?(?:[\w'’-]+ ){0,6}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NamedBefore();

    /// <summary>" Ann Holt", ", Ann Holt" and " of the harbour, called Ann Holt".</summary>
    [GeneratedRegex(
        @"^(?:(?: (?:of|at|in|for|from) [^,.;]{1,50})?,)?(?: (?:called|named|known as|is|was|are|were))?,? (?:(?:a|the|his|her|its|their|then|former|late|retired|Mr|Ms|Mrs|Dr|Sir)\.? )*\W?\p{Lu}",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NamedBehind();

    [GeneratedRegex(@"\b(?:which|what (?:type|kind|sort|model|make|brand) of)\b(?: (?:two|three|four|five))?", Ways)]
    private static partial Regex Which();

    [GeneratedRegex(
        @"^(?:and |so |but )?who (?:(?!was|were|is|are|did|does|do|not|never|has|have)[\w']+ ){0,4}?(?<deed>\w+(?:ed|en|ole|ook|ilt|ent|aw|ew|aid|oke|ote|ove|ave|ade|old|ound|an|am|it|ut|id|eft|ost|ought|aught))\b",
        Ways
    )]
    private static partial Regex Doer();

    [GeneratedRegex(@"\bby\b", Ways)]
    private static partial Regex By();

    /// <summary>"How much did it cost".</summary>
    [GeneratedRegex(
        @"\bhow much (?:money|cash|compensation|funding|aid|debt|tax|profit|revenue|damages|did it cost|does it cost)\b|\bhow much (?!ha[sd]\b).*\b(?:cost|costs|pay|paid|pays|worth|spend|spent|charge|charged|earn|earned|raise|raised|owe|owed|fined|donate|donated|invest|invested)\b",
        Ways
    )]
    private static partial Regex Price();
}
