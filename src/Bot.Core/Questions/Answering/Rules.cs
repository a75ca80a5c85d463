using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Gaps;
using Bot.Core.Questions.Answering.Parties;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Answering.Surveys;
using Bot.Core.Questions.Answering.Verdicts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering;

/// <summary>How an answer is found: the first of these rules that has one gives it.</summary>
internal static class Rules
{
    /// <summary>Rules whose name tells more than the shape of what they give.</summary>
    public const string NotAboutTheStory = "not about the story";
    public const string MainDeed = "about the main deed";
    public const string DeedsOfParty = "deeds of a party";
    public const string AskedJustSo = "asked just so";

    /// <summary>From here on what was asked is what the fact itself says.</summary>
    private const float OwnWords = 0.9f;

    private const int MostOfWithdrawal = 3;

    public static IReadOnlyList<(string Name, Func<Case, Draft?> Rule)> All { get; } =
    [
        ("nothing readable", Unreadable),
        ("about the bot", AboutUs),
        ("another language", AnotherLanguage),
        ("what changed", Listings.Changes),
        ("how it stands", Standings.Apply),
        ("what is not known", Listings.Gaps),
        ("who is quoted", Quotations.Apply),
        ("what happened then", Happenings.Apply),
        ("what came before", Precedents.Apply),
        ("accounts differ", Contested.Apply),
        ("not ours to say", NotOursToSay.Apply),
        (NotAboutTheStory, NotOursToSay.Outside),
        ("nothing later", Bare.Later),
        ("overview", Overview.Apply),
        (MainDeed, Bare.Apply),
        ("timeline", Listings.Chronology),
        ("sources", Listings.Sources),
        ("withdrawn", Withdrawn),
        ("name in full", InFull.Apply),
        ("responses", Responding.Apply),
        (DeedsOfParty, OfParty.Apply),
        ("premise", Premises.Apply),
        ("known gap", KnownGaps.Apply),
        ("name not in the story", NotNamed.Apply),
        ("what was suspended", Suspensions.Apply),
        ("who that is", WhoIs.Apply),
        ("facts", FromFacts.Apply),
        ("asked of somebody who declined", Declined.Apply),
        ("passages", FromPassages.Apply),
        ("nearest facts", FromFacts.Nearest),
    ];

    private static Draft? Unreadable(Case found) =>
        found.Question.Words.Count == 0
        || (found.Question.Asks("greeting") && found.Question.Terms.Count == 0)
        || IsNoQuestion(found.Question)
        || Slogans.IsOne(found.Question)
            ? Draft.Abstained(AbstentionReason.OutsideStory, new Shape.Unreadable(), [])
            : null;

    /// <summary>"Who are you", "are you biased", "help".</summary>
    private static Draft? AboutUs(Case found) =>
        found.Question.Asks("self") || found.Question.Words is [{ Normal: "help" }]
            ? Draft.Abstained(AbstentionReason.OutsideStory, new Shape.AboutUs(), [])
            : null;

    /// <summary>"Yes", "the": no word to look for, and no way of asking.</summary>
    private static bool IsNoQuestion(Question question) =>
        question is { Terms.Count: 0, Mentions.Count: 0, Concepts.Count: 0, Cues.Count: 0, Dates.Count: 0, ForeignLanguage: "" };

    private static Draft? AnotherLanguage(Case found)
    {
        if (found.Question.ForeignLanguage.Length == 0)
        {
            return null;
        }

        var named = found.Question.Mentions.Select(mention => mention.Entity.Id).ToHashSet();
        var nearest = found.All().Where(fact => fact.Fact is Assertion && fact.Fact.Actors.Any(named.Contains)).Take(1).ToList();
        return Draft.Abstained(AbstentionReason.NotRead, new Shape.AnotherLanguage(found.Question.ForeignLanguage), nearest);
    }

    /// <summary>What answers best has ended: what was taken back is not repeated, what has moved on is told as past.</summary>
    private static Draft? Withdrawn(Case found)
    {
        if (
            found.Ended.Count == 0
            || found.Ended[0] is not { Score: >= Thresholds.Answers } ended
            || ended.Score <= (found.Top?.Score ?? 0) + (SaysJustThat(ended, found.Top) ? 0 : Thresholds.Together)
        )
        {
            return null;
        }

        return ended.Fact.Ended!.How is EndingKind.Retracted or EndingKind.Corrected
            ? Draft.Abstained(AbstentionReason.Withdrawn, new Shape.Withdrawn(), [.. OfWithdrawal(found, ended.Fact)])
            : Draft.Partly(new Shape.NoLonger(), [ended], ended.Score * 0.7);
    }

    /// <summary>What tells that it was taken back, and why.</summary>
    private static IEnumerable<Found> OfWithdrawal(Case found, Fact ended) =>
        found.LinkingTo(LinkKind.Supersedes, [ended.Id]).Concat(found.LinkingTo(LinkKind.Denies, [ended.Id])).Take(MostOfWithdrawal);

    /// <summary>It is just what was asked, and the best fact in force is not: the one that took its place mostly is.</summary>
    private static bool SaysJustThat(Found ended, Found? top) => ended.Match!.Own >= OwnWords && !(top?.Match?.Own >= OwnWords);
}
