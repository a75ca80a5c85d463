using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Tests.Communities;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Conversation;

/// <summary>What must stand beside a fact always does, for every fact of both stories and any choice of them.</summary>
public sealed class PresenterTests
{
    private static readonly List<(StorySnapshot Story, Revision Revision)> Facts =
    [
        .. BothStories.All.SelectMany(story => story.At(story.Position).Select(revision => (story, revision))),
    ];

    [Fact]
    public void Every_fact_is_shown_with_speaker_status_date_age_and_source()
    {
        Facts.Count.ShouldBeGreaterThan(20);
        foreach (var (story, revision) in Facts)
        {
            var shown = Attributions(Present(story, [revision])).ToDictionary(one => one.Id);
            shown.ShouldContainKey(revision.Fact.Id);
            foreach (var (id, attribution) in shown.Values)
            {
                attribution.Speaker.ShouldNotBeNullOrWhiteSpace($"{id}");
                attribution.Status.ShouldBe(story.Book[id].Status);
                attribution.StatusWords.ShouldNotBeNullOrWhiteSpace($"{id}");
                attribution.Date.ShouldNotBeNullOrWhiteSpace($"{id}");
                attribution.Age.ShouldNotBeNullOrWhiteSpace($"{id}");
                attribution.Sources.ShouldNotBeEmpty($"{id}");
                attribution.Sources.ShouldAllBe(source => source.Words.Length > 0);
            }
        }
    }

    [Fact]
    public void A_sentence_that_is_cited_stands_in_its_document_and_a_page_we_did_not_read_has_none()
    {
        var citations = Facts
            .SelectMany(pair =>
                Attributions(Present(pair.Story, [pair.Revision])).SelectMany(one => one.Attribution.Sources.Select(c => (pair.Story, c)))
            )
            .ToList();

        citations.ShouldContain(pair => pair.c.Sentence != null);
        foreach (var (story, citation) in citations)
        {
            (citation.Sentence is null).ShouldBe(citation.Seed is null);
            if (citation.Seed is { } seed)
            {
                story.Book[seed].Text.ShouldContain(citation.Sentence!);
                citation.Source.Seed.ShouldBe(seed);
            }
            else
            {
                citation.Words.ShouldContain("not read by us");
            }
        }
    }

    [Fact]
    public void Every_account_comes_beside_the_other_whatever_is_shown() =>
        Properties.Hold(
            Choices,
            chosen =>
            {
                var parts = Present(chosen.Story, chosen.Revisions);

                parts.OfType<FactPart>().ShouldAllBe(part => part.Kind != FactKind.Account);
                foreach (var pair in parts.OfType<Pair>())
                {
                    ((Account)chosen.Story.Book[pair.First.Id]).Other.ShouldBe(pair.Second.Id);
                    ((Account)chosen.Story.Book[pair.Second.Id]).Other.ShouldBe(pair.First.Id);
                    Said(chosen.Story, pair.First.Id).ShouldBeLessThanOrEqualTo(Said(chosen.Story, pair.Second.Id));
                }
            },
            300
        );

    [Fact]
    public void Every_chosen_fact_is_shown_exactly_once_and_nothing_else_but_other_sides() =>
        Properties.Hold(
            Choices,
            chosen =>
            {
                var shown = Attributions(Present(chosen.Story, chosen.Revisions)).Select(one => one.Id).ToList();
                var wanted = chosen.Revisions.Select(revision => revision.Fact.Id).ToHashSet();

                shown.ShouldBeUnique();
                wanted.ShouldBeSubsetOf(shown);
                shown
                    .Except(wanted)
                    .ShouldAllBe(id => chosen.Story.Book.Find(id) is Account && wanted.Contains(((Account)chosen.Story.Book[id]).Other));
            },
            300
        );

    [Fact]
    public void A_non_answer_is_shown_as_one_and_never_as_a_statement()
    {
        var silences = Facts.Where(pair => pair.Revision.Fact is NonAnswer).ToList();

        silences.ShouldNotBeEmpty();
        foreach (var (story, revision) in silences)
        {
            Present(story, [revision]).ShouldHaveSingleItem().ShouldBeOfType<NonAnswerPart>();
        }
    }

    [Fact]
    public void The_other_side_stands_with_its_own_revision()
    {
        var account = BothStories.Bridge.InForce.First(revision => revision.Fact is Account);
        var other = BothStories.Bridge.Book[((Account)account.Fact).Other];
        var story = BothStories.Bridge.By(Changes.Town, Changes.Changed(other, other with { Says = $"{other.Says} So it says." }));

        var pair = Present(story, [account]).ShouldHaveSingleItem().ShouldBeOfType<Pair>();

        var side = pair.First.Id == other.Id ? pair.First : pair.Second;
        side.Revision.ShouldBe(2);
        side.Says.ShouldEndWith("So it says.");
    }

    [Fact]
    public void Both_stories_have_accounts_that_differ() =>
        BothStories.All.ShouldAllBe(story => story.Book.Facts.OfType<Account>().Count() >= 2);

    [Fact]
    public void What_goes_on_is_dated_when_nobody_looked_for_more_than_a_fortnight()
    {
        var (story, going) = Facts.First(pair =>
            pair.Revision.Fact is { Holds: Holding.Ongoing, Checked: not null } fact
            && !fact.Says.Contains("as at", StringComparison.OrdinalIgnoreCase)
        );
        var looked = going.Fact.Checked!.Value;
        var day = looked.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

        new Presenter(story, looked.AddDays(14)).Says(going.Fact).ShouldBe(going.Fact.Says);
        new Presenter(story, looked.AddDays(15)).Says(going.Fact).ShouldContain(day);
        new Presenter(story, looked.AddDays(14)).Attribution(going.Fact).Age.ShouldBe($"as at {day}");
        new Presenter(story, looked.AddDays(430)).Attribution(going.Fact).Age.ShouldContain("14 months");
    }

    private sealed record Chosen(StorySnapshot Story, IReadOnlyList<Revision> Revisions);

    /// <summary>Any facts of one story in any order, some of them twice.</summary>
    private static Gen<Chosen> Choices { get; } =
        from story in Gen.Elements(BothStories.All.ToArray())
        let current = story.At(story.Position).ToArray()
        from count in Gen.Choose(0, 12)
        from revisions in Gen.Elements(current).ArrayOf(count)
        select new Chosen(story, revisions);

    private static IReadOnlyList<Part> Present(StorySnapshot story, IEnumerable<Revision> revisions) =>
        new Presenter(story, BothStories.Today).Parts(revisions);

    private static IEnumerable<(FactId Id, Attribution Attribution)> Attributions(IEnumerable<Part> parts) =>
        parts.SelectMany(
            IEnumerable<(FactId, Attribution)> (part) =>
                part switch
                {
                    FactPart fact => [(fact.Id, fact.Attribution)],
                    Pair pair => [(pair.First.Id, pair.First.Attribution), (pair.Second.Id, pair.Second.Attribution)],
                    _ => throw new ShouldAssertException($"{part.GetType()} is no part of a fact."),
                }
        );

    private static DateOnly Said(StorySnapshot story, FactId id) => story.Book[id].SaidBy ?? DateOnly.MaxValue;
}
