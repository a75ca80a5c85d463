using Bot.Core.Facts;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>"What is confirmed and what is alleged?": facts of the story by how they stand, the firmest first, and where accounts differ last.</summary>
internal static class Standings
{
    /// <summary>How many facts of a standing are told.</summary>
    private const int Most = 4;

    private static readonly (FactStatus Status, GroupHeading Heading)[] Order =
    [
        (FactStatus.Confirmed, GroupHeading.Confirmed),
        (FactStatus.OwnAccount, GroupHeading.OwnAccounts),
        (FactStatus.Reported, GroupHeading.Reported),
        (FactStatus.Alleged, GroupHeading.Alleged),
        (FactStatus.Estimate, GroupHeading.Estimates),
    ];

    public static Draft? Apply(Case found)
    {
        var accused = Accused(found.Question);
        if (
            accused is null
            && (!found.Question.Asks("standing") || !found.Question.Terms.All(term => Overview.IsWhatItIsAbout(found, term)))
        )
        {
            return null;
        }

        var facts = found.All().Where(fact => accused is null || IsSaidAgainst(found, fact.Fact, accused)).ToList();
        var groups = Order
            .Select(order =>
                (order.Heading, Facts: facts.Where(fact => fact.Fact is Assertion && fact.Fact.Status == order.Status).Take(Most).ToList())
            )
            .Append((Heading: GroupHeading.AccountsDiffer, Facts: [.. facts.Where(fact => fact.Fact is Account).Take(Most)]))
            .Where(group => group.Facts.Count > 0)
            .ToList();
        if (found.Question.Has(word => word is "disputed" or "contested"))
        {
            groups = [.. groups.Where(group => group.Heading is GroupHeading.AccountsDiffer or GroupHeading.Alleged).Reverse()];
        }

        return groups.Count == 0
            ? null
            : Draft.Answered(
                new Shape.Standings([
                    .. groups.Select(group => new Group(
                        group.Heading,
                        [.. Draft.WithPartners(found, group.Facts).Select(fact => fact.Scored)]
                    )),
                ]),
                [.. groups.SelectMany(group => group.Facts)],
                1
            );
    }

    /// <summary>"What is X accused of", with nothing else asked.</summary>
    private static Entity? Accused(Question question) =>
        question is { YesNo: false, Mentions: [{ Entity: var entity }] }
        && question.Has(word => word is "accused" or "accusations" or "allegations" or "allegation" or "accusation")
        && question.Terms.All(term =>
            term.Entity is not null
            || term.Shown.StartsWith("accus", StringComparison.Ordinal)
            || term.Shown.StartsWith("alleg", StringComparison.Ordinal)
        )
            ? entity
            : null;

    /// <summary>It is alleged of the party or of somebody of theirs, or the account of it differs.</summary>
    private static bool IsSaidAgainst(Case found, Fact fact, Entity party) =>
        fact.Status is FactStatus.Alleged
            ? fact.Actors.Any(actor => actor == party.Id || found.Book[actor].Of == party.Id)
            : fact is Account && fact.About.Contains(party.Id);
}
