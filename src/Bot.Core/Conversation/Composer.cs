using System.Diagnostics;
using Bot.Core.Conversation.Handlers;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Conversation;

/// <summary>Puts an answer into words: the first line says all of it, the parts show what it rests on.</summary>
public sealed class Composer(StorySnapshot story, DateOnly today)
{
    /// <summary>How many statements the first line may hold.</summary>
    private const int InHeadline = 3;

    /// <summary>How many things that our sources do not give are listed.</summary>
    private const int MostGaps = 8;

    private readonly Presenter presenter = new(story, today, hasFoot: true);

    public AnswerReply Compose(Answer answer)
    {
        var shown = answer.Facts.Concat(answer.Nearest).ToList();
        return new AnswerReply(answer)
        {
            Headline = Headline(answer),
            Parts = [.. Body(answer), .. Several(answer), .. Follow(answer)],
            Foot = Feet.Of(story.Book, shown.Select(fact => fact.Fact), today),
        };
    }

    private string Headline(Answer answer) =>
        answer.Shape is Shape.Several several
            ? string.Join(" ", several.Answers.Select((each, i) => $"({i + 1}) {Headline(each)}"))
            : Dated(answer, Line(answer));

    private string Line(Answer answer) =>
        answer.Shape switch
        {
            Shape.Direct { Slot: Slot.Date } dated =>
                $"{Names.Capital(Date(answer.Facts[0].Fact, dated.Lasting))}. {Statements(answer.Facts)}",
            Shape.Direct => Statements(answer.Facts),
            Shape.FromPassage => Passage(answer),
            Shape.Overview overview => $"{AnswerWords.StorySoFar} {Statements(overview.Lines[0])}",
            Shape.Responses { Groups.Count: 0 } none =>
                $"{AnswerWords.NoResponse(none)} {(none.Others.Count > 0 ? WhoResponded(none.Others) : Nearest(answer))}".TrimEnd(),
            Shape.Responses { From: not null } => Statements(answer.Facts),
            Shape.Responses responses => WhoResponded(responses.Groups),
            Shape.Suspended suspended => string.Join(" ", suspended.Groups.Select(group => Statements(group.Facts, 2))),
            Shape.Standings standings => Standing(standings.Groups),
            Shape.PremiseFails premise => Premise(answer, premise.Premise),
            Shape.AccountsDiffer accounts => $"{AnswerWords.AccountsDiffer} {Statements([accounts.First, accounts.Second])}",
            Shape.KnownGap gap => gap.Absence.Says,
            Shape.SlotMissing slot => Missing(answer, slot),
            Shape.NotGiven scope => $"{scope.Scope} {AnswerWords.WhatTheySay} {Statements(answer.Facts)}",
            Shape.NotSaid => $"{AnswerWords.NotSaid} {Statements(answer.Facts, 2)}",
            Shape.NothingLater later => $"{AnswerWords.NothingLater(later.Last)} {Nearest(answer)}".TrimEnd(),
            Shape.InFull name => $"{AnswerWords.InFull(name.Short, name.Long)} {Statements(answer.Facts)}",
            Shape.WhoIs who => $"{AnswerWords.WhoIs(who.Entity)} {Statements(answer.Facts)}",
            Shape.Declined => $"{AnswerWords.NoContent} {Statements(answer.Nearest)}",
            Shape.Chronology => $"{AnswerWords.InOrder} {Statements(answer.Facts, 2)}",
            Shape.Sources => SourcesHandler.Headline(story.Book),
            Shape.Changes changes => ChangesHandler.Headline(story, changes.Since, today),
            Shape.Gaps gaps => AnswerWords.Gaps(gaps.All.Count),
            Shape.NotNamed named => $"{AnswerWords.NotNamed(named.Words)} {Nearest(answer)}".TrimEnd(),
            Shape.PassageNear => $"{AnswerWords.PassageNear} {Passage(answer)}",
            Shape.NothingNear => $"{AnswerWords.NothingNear(Reason(answer), story.Story.Title)} {Nearest(answer)}".TrimEnd(),
            Shape.NoLonger => $"{AnswerWords.NoLonger(answer.Facts[0].Fact)} {Statements(answer.Facts)}",
            Shape.NotOursToSay => AnswerWords.NotOursToSay,
            Shape.AboutUs => AnswerWords.AboutUs,
            Shape.Withdrawn => $"{AnswerWords.Withdrawn} {Statements(answer.Nearest)}".TrimEnd(),
            Shape.AnotherLanguage language => AnswerWords.AnotherLanguage(language.Language),
            Shape.Unreadable => AnswerWords.Unreadable,
            _ => throw new UnreachableException(),
        };

    private static string Date(Fact fact, bool lasting) => lasting ? DateWords.Lasting(fact) : DateWords.Of(fact);

    private IEnumerable<Part> Body(Answer answer) =>
        answer.Shape switch
        {
            Shape.Several several => several.Answers.SelectMany(
                (each, i) => Body(each).Prepend(new Heading(AnswerWords.Asked(i + 1, each.Question)))
            ),
            Shape.FromPassage or Shape.PassageNear => [Quote(answer.Passages[0].Passage), new Hint(AnswerWords.PassageHint)],
            Shape.Overview overview => overview.Lines.SelectMany(line => presenter.Parts(line)),
            Shape.Responses { Groups.Count: > 0 } responses => Grouped(responses.Groups),
            Shape.Responses { Others.Count: > 0 } responses => Grouped(responses.Others),
            Shape.Suspended suspended => Grouped(suspended.Groups),
            Shape.Standings standings => Grouped(standings.Groups),
            Shape.Sources => SourcesHandler.Lines(story.Book),
            Shape.Changes changes => ChangesHandler.Lines(story, changes.Since, today),
            Shape.Gaps gaps => gaps.All.Take(MostGaps).Select(gap => new Line(gap.Says)),
            _ when answer.Facts.Count > 0 => presenter.Parts(answer.Facts),
            _ when answer.Nearest.Count > 0 => [new Heading(AnswerWords.NearestHeading), .. presenter.Parts(answer.Nearest)],
            _ => [],
        };

    /// <summary>Where several questions in one get one answer, or more were asked than are answered, that is said.</summary>
    private static IEnumerable<Part> Several(Answer answer) =>
        answer.Shape is not (Shape.Overview or Shape.Unreadable or Shape.AboutUs)
        && SeveralQuestions.In(answer.Question).Count > (answer.Shape is Shape.Several ? SeveralQuestions.Most : 1)
            ? [new Hint(AnswerWords.SeveralAsked)]
            : [];

    private static IEnumerable<Part> Follow(Answer answer) =>
        answer.Shape switch
        {
            Shape.Unreadable or Shape.AboutUs or Shape.NothingNear or Shape.AnotherLanguage or Shape.NotNamed =>
            [
                new Actions([
                    new ReplyAction("The story so far", "/ask"),
                    new ReplyAction("Who responded", "/story responses"),
                    new ReplyAction("Help", "/help"),
                ]),
            ],
            Shape.Overview =>
            [
                new Actions([
                    new ReplyAction("Suspended", "/story suspended"),
                    new ReplyAction("Responses", "/story responses"),
                    new ReplyAction("Timeline", "/story timeline"),
                    new ReplyAction("Sources", "/story sources"),
                ]),
            ],
            _ => [new Actions([.. Why(answer.Question), new ReplyAction("Sources", "/story sources")])],
        };

    /// <summary>None where the line would be longer than is read.</summary>
    private static IEnumerable<ReplyAction> Why(string question) =>
        $"/why {question}" is { Length: <= Grammar.Longest } line ? [new ReplyAction("Why this answer", line)] : [];

    private IEnumerable<Part> Grouped(IEnumerable<Group> groups) =>
        groups.SelectMany(group => presenter.Parts(group.Facts).Prepend(new Heading(AnswerWords.Heading(group.Heading))));

    private string Statements(IEnumerable<ScoredFact> facts, int most = InHeadline) =>
        presenter.Statements(facts.Select(fact => fact.Fact), most);

    private string Nearest(Answer answer) => answer.Nearest.Count == 0 ? "" : $"{AnswerWords.NearestHint} {Statements(answer.Nearest, 2)}";

    private static AbstentionReason Reason(Answer answer) =>
        answer.Outcome is Outcome.Abstained abstained ? abstained.Reason : AbstentionReason.NotInSources;

    private string Missing(Answer answer, Shape.SlotMissing missing)
    {
        var first = answer.Facts[0].Fact;
        var said =
            missing.Slot == Slot.Date && first.On is { IsSingle: false } on
                ? AnswerWords.OpenDate(on)
                : missing.Scope ?? AnswerWords.SlotMissing(missing.Slot);
        return $"{said} {Statements(answer.Facts)}" + (missing.Slot == Slot.Cause ? $" {AnswerWords.SequenceOnly}" : "");
    }

    private string Premise(Answer answer, Premise premise)
    {
        var denial =
            premise == Questions.Answering.Premise.NoDenial && answer.Facts.Any(fact => fact.Fact is NonAnswer)
                ? $" {AnswerWords.NotADenial}"
                : "";
        return $"{AnswerWords.PremiseFails(premise)} {Statements(answer.Facts)}{denial}".TrimEnd();
    }

    /// <summary>What is confirmed, and what is alleged, or the first point on which accounts differ; the rest stands below.</summary>
    private string Standing(IReadOnlyList<Group> groups)
    {
        if (groups[0].Heading is GroupHeading.AccountsDiffer)
        {
            return $"{AnswerWords.AccountsDiffer} {Statements(groups[0].Facts, 2)}";
        }

        var told = groups
            .Where(group => group.Heading is GroupHeading.Confirmed or GroupHeading.Alleged)
            .Select(group => $"{AnswerWords.Heading(group.Heading)}: {Statements(group.Facts, 2)}");
        return string.Join(" ", IsAnyConfirmed ? told : told.Prepend(AnswerWords.NothingConfirmed));
    }

    /// <summary>Whether the story has a confirmed fact, in the list or beside it: only then is it silent that there is none.</summary>
    private bool IsAnyConfirmed => story.Revisions.Any(revision => revision.Fact.Status is FactStatus.Confirmed);

    private string WhoResponded(IReadOnlyList<Group> groups) =>
        string.Join(
            " ",
            groups.Select(group =>
                $"{AnswerWords.Heading(group.Heading)}: {(IsTold(group) ? Statements(group.Facts) : $"{Names.Join(group.Facts.SelectMany(fact => Voices(fact.Fact)).Distinct())}.")}"
            )
        );

    /// <summary>Who responded to another point says little without what was said; where there are many, the parts say it.</summary>
    private static bool IsTold(Group group) => group is { Heading: GroupHeading.ToOtherPoints, Facts.Count: <= InHeadline };

    private IEnumerable<string> Voices(Fact fact) =>
        fact.Actors.Count > 0 ? fact.Actors.Select(id => story.Book[id].Name) : [Names.Speaker(story.Book, fact)];

    private string Passage(Answer answer)
    {
        var passage = answer.Passages[0].Passage;
        var seed = story.Book[passage.Seed];
        var kind = seed.Form == SeedForm.Notes ? "our notes" : $"\u201C{seed.Title}\u201D";
        return Quoted.Of($"From {kind}{(seed.Publisher is { } publisher ? $" ({publisher})" : "")}: \u201C{passage.Text}\u201D");
    }

    private Quote Quote(Passage passage)
    {
        var seed = story.Book[passage.Seed];
        return new Quote(
            seed.Title,
            seed.Id,
            passage.Start,
            passage.End,
            passage.Text,
            Neighbour(seed, passage.Number - 1),
            Neighbour(seed, passage.Number + 1)
        );
    }

    private string? Neighbour(Seed seed, int number) =>
        number >= 0 && number < seed.Passages.Count && !story.Withheld.Has(seed.Passages[number]) ? seed.Passages[number].Text : null;

    private string Dated(Answer answer, string headline)
    {
        if (answer.AsOf.Known is not { } day)
        {
            return headline;
        }

        var before = story.PositionBy(day) is null;
        return $"{(before ? AnswerWords.KnownSince(story.KeptSince, day) : AnswerWords.KnownBy(day))} {headline}";
    }
}
