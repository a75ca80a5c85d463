using Bot.Core.Facts;

namespace Bot.Core.Questions.Answering;

/// <summary>Who responded and how: everyone, one party, or one stance; non-answers are answers here.</summary>
internal static class Responding
{
    private static readonly (string Concept, Stance Stance)[] Stances =
    [
        ("praise", Stance.Welcomed),
        ("criticise", Stance.Criticised),
        ("decline", Stance.Declined),
    ];

    public static Draft? Apply(Case found)
    {
        var question = found.Question;
        var stance = Stances.Where(pair => question.Means(pair.Concept)).Select(pair => (Stance?)pair.Stance).FirstOrDefault();
        if (!question.Means("respond") && stance is null)
        {
            return null;
        }

        if (From(found) is { } from)
        {
            return OfOne(found, from, stance);
        }

        return IsAboutEveryone(found, stance) ? OfAll(found, stance) : null;
    }

    /// <summary>All responses, or those of one stance.</summary>
    public static Draft? OfAll(Case found, Stance? stance)
    {
        var responses = found.All().Where(IsResponse).Where(fact => stance is null || StanceOf(fact.Fact) == stance).ToList();
        if (responses.Count == 0)
        {
            var others = found.All().Where(IsResponse).Take(4).ToList();
            return others.Count == 0 ? null : Draft.Abstained(AbstentionReason.NotInSources, new Shape.Responses([], null), others, 0.3);
        }

        return Draft.Answered(new Shape.Responses(Groups(responses), null), responses, 0.9);
    }

    /// <summary>One party's response; none is said to be none.</summary>
    public static Draft? OfOne(Case found, Entity from, Stance? stance)
    {
        var theirs = found
            .All()
            .Where(fact => IsResponse(fact) && found.SaidBy(fact.Fact, from.Id) || IsNonAnswerOf(found, fact, from))
            .ToList();
        if (stance is not null)
        {
            theirs = [.. theirs.Where(fact => StanceOf(fact.Fact) == stance)];
        }

        var responded = theirs.Where(fact => fact.Fact is NonAnswer || !IsEarlier(fact.Fact)).ToList();
        if (responded.Count > 0)
        {
            return Draft.Answered(new Shape.Responses(Groups(theirs), from), theirs, 0.9);
        }

        var said =
            theirs.Count > 0 ? theirs : [.. found.Facts.Where(fact => found.By(fact.Fact, from.Id) && fact.Fact is not Account).Take(2)];
        return Draft.Abstained(AbstentionReason.NotInSources, new Shape.Responses([], from), [.. said, .. Related(found, from)], 0.3);
    }

    public static IReadOnlyList<Group> Groups(IEnumerable<Found> responses) =>
        [
            .. responses
                .GroupBy(fact => HeadingOf(fact.Fact))
                .OrderBy(group => group.Key)
                .Select(group => new Group(group.Key, [.. group.Select(fact => fact.Scored)])),
        ];

    private static GroupHeading HeadingOf(Fact fact) =>
        fact is NonAnswer ? GroupHeading.NoComment
        : IsEarlier(fact) ? GroupHeading.EarlierNotResponse
        : StanceOf(fact) switch
        {
            Stance.Welcomed => GroupHeading.Welcomed,
            Stance.Criticised => GroupHeading.Criticised,
            Stance.Defended => GroupHeading.Defended,
            Stance.Declined => GroupHeading.NoComment,
            _ => GroupHeading.Responded,
        };

    /// <summary>A response, or a statement made before what it might be taken to answer.</summary>
    private static bool IsResponse(Found fact) =>
        fact.Fact.Kind is FactKind.Response or FactKind.NonAnswer && !fact.Fact.Linked(LinkKind.SaidWith).Any(_ => IsStatement(fact.Fact));

    /// <summary>Something said with an announcement is a statement of its own, not a response to it.</summary>
    private static bool IsStatement(Fact fact) => !fact.Linked(LinkKind.RespondsTo).Any() && fact.Stance is null && fact is Assertion;

    private static bool IsEarlier(Fact fact) => fact.Linked(LinkKind.EarlierThan).Any() && !fact.Linked(LinkKind.RespondsTo).Any();

    private static Stance? StanceOf(Fact fact) => fact is NonAnswer ? Stance.Declined : fact.Stance;

    private static bool IsNonAnswerOf(Case found, Found fact, Entity from) => fact.Fact is NonAnswer && found.By(fact.Fact, from.Id);

    private static IEnumerable<Found> Related(Case found, Entity from) =>
        found.All().Where(fact => fact.Fact is NonAnswer && fact.Fact.Actors.Any(id => found.Book[id].Of is { } of && of == from.Of));

    /// <summary>The party whose response is asked for: the subject, or who is named after "of" or "from", or before "response".</summary>
    private static Entity? From(Case found)
    {
        var question = found.Question;
        if (
            question.Subject is { } subject
            && found.Book.Facts.Any(fact => fact.Kind is FactKind.Suspension && found.By(fact, subject.Id)) is false
        )
        {
            return subject;
        }

        foreach (var mention in question.Mentions)
        {
            var before = mention.At > 0 ? question.Words[mention.At - 1].Normal : "";
            var after = mention.At + mention.Length < question.Words.Count ? question.Words[mention.At + mention.Length].Normal : "";
            if (
                before is "of" or "from" or "by"
                || after is "response" or "reaction" or "comment" or "statement" or "reply" or "position" or "stance"
            )
            {
                return mention.Entity;
            }
        }

        return question.Mentions.Count == 1 && question.Slot is null && question.Words.Count <= 4 ? question.Mentions[0].Entity : null;
    }

    /// <summary>"Who praised it": no other content than the responding, and at most what it responds to.</summary>
    private static bool IsAboutEveryone(Case found, Stance? stance)
    {
        var question = found.Question;
        var list = question.Slot is Slot.Name || question.Slot is null;
        var rest = question.Terms.Where(term =>
            term.Entity is null
            && term.Concept is not ("respond" or "praise" or "criticise" or "decline" or "announce" or "suspend" or "say")
        );
        return list
            && (!question.YesNo || stance is not null || question.Words.Any(word => word.Normal is "anyone" or "anybody" or "any"))
            && rest.All(term => term.Weight < 0.55f);
    }
}
