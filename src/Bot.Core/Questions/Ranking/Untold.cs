using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// A sentence that names what a question asks about and lacks just what it asks for: "how many doors" where doors are not counted, "when" where no word tells
/// of time. Each rule is silent where it cannot tell.
/// </summary>
internal static partial class Untold
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

    public static bool Is(PassageView view) =>
        IsUncounted(view)
        || !Measures.Fit(view.Question, view.Passage.Text)
        || (When().IsMatch(view.Question.Text) && !TellingWords.OfTime(view.Passage.Text))
        || IsUnexplained(view)
        || IsUnnamed(view)
        || IsIndefinite(view)
        || HasNoDoer(view)
        || (!view.Question.YesNo && view.Speech is { } speech && (speech.IsSilent(view) || speech.IsOfAnotherMatter(view)));

    private static bool IsUncounted(PassageView view) =>
        Counted.Of(view.Question) is { } counted ? counted.IsUntold(view)
        : Price().IsMatch(view.Question.Text) ? !TellingWords.OfMoney(view.Passage.Text)
        : HowMuch().IsMatch(view.Question.Text) && !TellingWords.OfAmount(view.Passage.Text);

    /// <summary>The next sentence may say why. Why somebody is against it is told by whatever they say.</summary>
    private static bool IsUnexplained(PassageView view) =>
        Why().IsMatch(view.Question.Text)
        && !Feeling().IsMatch(view.Question.Text)
        && !GivesCause(view, view.Number)
        && !GivesCause(view, view.Number + 1);

    private static bool GivesCause(PassageView view, int number) =>
        view.IsBeside(number) && TellingWords.OfCause(view.Index.PassageList[number].Text);

    /// <summary>"What is the name of the nurse", "who is the mayor", where the nurse and the mayor go without a name.</summary>
    private static bool IsUnnamed(PassageView view)
    {
        var asked = NameOf().Match(view.Question.Text);
        var text = view.Passage.Text;
        var places = asked.Success ? Regex.Matches(text, Inflected(asked.Groups["noun"].Value), Ways) : null;
        return places is { Count: > 0 }
            && !places.Any(place =>
                NamedBefore().IsMatch(text[..place.Index]) || NamedBehind().IsMatch(text[(place.Index + place.Length)..])
            );
    }

    /// <summary>"Which station", where the sentence has a station and not which.</summary>
    private static bool IsIndefinite(PassageView view) =>
        Which().Match(view.Question.Text) is { Success: true } asked
        && view.Question.Words.FirstOrDefault(word => word.Start >= asked.Index + asked.Length) is { TermId: >= 0 } noun
        && FittingWords.IsAnyOf(view, noun.TermId);

    /// <summary>"Who misled X", where X was misled, by nobody that is told of.</summary>
    private static bool HasNoDoer(PassageView view)
    {
        var asked = Doer().Match(view.Question.Text);
        return asked.Success
            && view.Question.Words.FirstOrDefault(word => word.Start == asked.Groups["deed"].Index) is { TermId: >= 0 } deed
            && FittingWords.IsSuffered(view, deed.TermId)
            && !By().IsMatch(view.Passage.Text);
    }

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
