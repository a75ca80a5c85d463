using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Knowledge.Exports;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>What communities make of a story: any of its facts changed in any way, and facts of their own on seeds of their own.</summary>
internal static class Communities
{
    public static readonly SeedId OwnSeed = new("~0badcafe");
    public static readonly SourceId OwnSource = new("~0badf00d");
    public static readonly EntityId OwnEntity = new("~0ddba11d");

    /// <summary>Ways to change a fact that leave it valid.</summary>
    private static readonly Func<Fact, string, Fact>[] Ways =
    [
        (fact, odd) => fact with { Says = odd },
        // With words behind it, since a name by itself is refused as a way of asking, and an odd text may be the odd name of an entity.
        (fact, odd) => fact with { Asked = [.. fact.Asked.Take(2), odd + " or not", .. fact.Asked.Skip(3)] },
        (fact, _) => fact with { Asked = [] },
        (fact, odd) => fact with { Where = fact.Where is null ? odd : null },
        (fact, odd) => fact with { Scope = fact.Scope is null ? odd : null },
        (fact, odd) => fact with { Action = odd, Object = odd },
        (fact, _) => fact with { On = null, OnBasis = DateBasis.Stated, Checked = fact.Checked ?? fact.Known },
        (fact, _) =>
            fact with
            {
                On = EventDate.TryParse("2025-01/.."),
                OnBasis = DateBasis.Inferred,
                Checked = fact.Checked ?? fact.Known,
            },
        (fact, _) => fact with { Checked = new DateOnly(2026, 9, 1) },
        (fact, _) => fact with { Holds = fact.Holds is Holding.Event ? Holding.Ongoing : Holding.Event },
        (fact, odd) => fact with { Disputed = odd },
        (fact, odd) => fact with { Ended = new Ending(EndingKind.Retracted, new DateOnly(2026, 9, 2), odd) },
        (fact, odd) => fact with { Figure = new Figure(odd, "years", null) },
        (fact, _) => fact with { About = [.. fact.About.Skip(1)] },
        (fact, _) => fact with { Actors = [OwnEntity], Speaker = new Speaker.People([OwnEntity]) },
        (fact, _) => fact with { Sources = [.. fact.Sources.Except([OwnSource]), OwnSource], Checked = fact.Checked ?? fact.Known },
        (fact, _) => fact with { Known = new DateOnly(2026, 9, 3), KnownIsStated = true },
    ];

    public static Gen<CommunityExport> Of(FactBook book) =>
        from changed in Gen.SubListOf(book.Facts.AsEnumerable())
        from most in Gen.Choose(0, 6)
        from ways in Gen.Elements(Ways).ListOf(12)
        from odd in OddTexts.Any.ListOf(12)
        from own in Gen.Choose(0, 3)
        from withdrawn in Gen.SubListOf(book.Facts.Select(fact => fact.Id))
        select Export(
            book,
            [
                .. changed.Take(most).Select((fact, i) => ways[2 * i](ways[(2 * i) + 1](fact, odd[i]), odd[^(i + 1)])),
                .. Enumerable.Range(0, own).Select(i => Own(book, i, odd[i])),
            ],
            odd,
            [.. withdrawn.Except(changed.Take(most).Select(fact => fact.Id)).Take(2)]
        ) with
        {
            Names =
            [
                .. Enumerable
                    .Range(0, own)
                    .Select(i => new AddedName(new FactId($"~a0b1c2d{i}"), book.Entities[i].Id, $"called {i} {odd[i]}")),
            ],
        };

    public static CommunityExport Export(FactBook book, IReadOnlyList<Fact> facts) =>
        Export(book, facts, [.. Enumerable.Repeat("an odd text", 8)], []);

    /// <summary>A fact of a community's own.</summary>
    public static Fact Own(FactBook book, int number, string says) =>
        new Assertion(FactKind.Claim)
        {
            Id = new FactId($"~a0b1c2d{number}"),
            Actors = [OwnEntity, book.Entities[0].Id],
            Speaker = number == 0 ? new Speaker.Carrier(OwnSource) : new Speaker.People([OwnEntity]),
            Status = FactStatus.Reported,
            Known = new DateOnly(2026, 9, 1),
            Checked = new DateOnly(2026, 8, 31),
            KnownIsStated = true,
            Says = says,
            Sources = [OwnSource],
            Links = [.. book.Facts.Take(1).Select(fact => new Link(LinkKind.Denies, number == 0 ? fact.Id : new FactId("~a0b1c2d0")))],
            RestsOn = [Rests($"Sentence {number} of their own stands here.")],
        };

    private static CommunityExport Export(FactBook book, IReadOnlyList<Fact> facts, IList<string> odd, IReadOnlyList<FactId> withdrawn) =>
        new()
        {
            Community = new CommunityId("discord:1234567890"),
            Story = book.Story.Slug,
            Under = new ExportedStory.Base(book.Story.Edition),
            Cast = new Cast(
                [
                    new Entity
                    {
                        Id = OwnEntity,
                        Kind = EntityKind.Person,
                        Name = $"someone odd {odd[0]}",
                        Role = odd[1],
                        Aliases = [$"oddly named {odd[2]}"],
                        Of = book.Entities[0].Id,
                    },
                ],
                [
                    new Source
                    {
                        Id = OwnSource,
                        Title = odd[3],
                        Short = odd[4],
                        Origin = odd[5],
                        Seed = OwnSeed,
                        Published = PartialDate.TryParse("2026-08"),
                    },
                ],
                [
                    new Seed
                    {
                        Id = OwnSeed,
                        Form = SeedForm.Document,
                        Title = odd[6],
                        Language = "en",
                        Text =
                            "Sentence 0 of their own stands here.\n\nSentence 1 of their own stands here. Sentence 2 of their own stands here.",
                        Passages = [],
                    },
                ]
            ),
            Facts = facts,
            Held = [.. facts.Take(1).Select(fact => new HeldFact(fact.Id, odd[7]))],
            Withdrawn = withdrawn,
        };

    private static Evidence Rests(string sentence) =>
        new(
            OwnSeed,
            sentence,
            0,
            new Passage
            {
                Seed = OwnSeed,
                Number = 0,
                Start = 0,
                End = 0,
                Text = sentence,
                Paragraph = 0,
            }
        );
}
