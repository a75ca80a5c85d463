using System.Reflection;
using Bot.Core.Facts;
using FsCheck.Fluent;

namespace Bot.Core.Tests.Facts;

/// <summary>Two facts are the same exactly when their contents are: nothing of a fact may be forgotten there.</summary>
public sealed class FactContentTests
{
    private static readonly Passage Passage = new()
    {
        Seed = new SeedId("notes"),
        Number = 0,
        Start = 0,
        End = 10,
        Text = "It closed.",
        Paragraph = 0,
    };

    private static readonly Assertion Whole = new(FactKind.Act)
    {
        Id = new FactId("bridge-closed"),
        Speaker = new Speaker.People([new EntityId("council")]),
        Status = FactStatus.Reported,
        On = EventDate.TryParse("2026-05-13"),
        SaidOn = PartialDate.TryParse("2026-05-14"),
        Known = new DateOnly(2026, 5, 16),
        Says = "It closed.",
        Sources = [new SourceId("courier")],
        RestsOn = [new Evidence(new SeedId("notes"), "It closed.", 0, Passage)],
    };

    /// <summary>Another value for each property: every one of them makes another fact.</summary>
    private static readonly Dictionary<string, object> Others = new()
    {
        ["Id"] = new FactId("bridge-shut"),
        ["Formerly"] = new[] { new FactId("shut") },
        ["Actors"] = new[] { new EntityId("union") },
        ["Action"] = "shut",
        ["Object"] = "the bridge",
        ["Speaker"] = new Speaker.Carrier(new SourceId("council")),
        ["Status"] = FactStatus.Alleged,
        ["On"] = EventDate.TryParse("2026-05-14")!,
        ["OnBasis"] = DateBasis.Inferred,
        ["SaidOn"] = PartialDate.TryParse("2026-05")!.Value,
        ["SaidOnBasis"] = DateBasis.Inferred,
        ["Holds"] = Holding.Ongoing,
        ["Known"] = new DateOnly(2026, 5, 17),
        ["Checked"] = new DateOnly(2026, 5, 16),
        ["Where"] = "Tarrow",
        ["Scope"] = "cars only",
        ["Figure"] = new Figure("3", "years", null),
        ["Says"] = "It shut.",
        ["Quote"] = "closed",
        ["Stance"] = Stance.Defended,
        ["Asked"] = new[] { "who closed it" },
        ["About"] = new[] { new EntityId("bridge") },
        ["Sources"] = new[] { new SourceId("radio") },
        ["Links"] = new[] { new Link(LinkKind.Denies, new FactId("bridge-open")) },
        ["Disputed"] = "the union says otherwise",
        ["Ended"] = new Ending(EndingKind.Corrected, new DateOnly(2026, 5, 18), "We erred."),
        ["RestsOn"] = new[] { new Evidence(new SeedId("notes"), "It shut.", 0, Passage) },
    };

    [Fact]
    public void Each_property_of_a_fact_is_part_of_its_content()
    {
        var properties = typeof(Fact)
            .GetProperties()
            .Where(property => property.Name is not (nameof(Fact.Kind) or nameof(Fact.KnownIsStated)))
            .ToList();
        var settable = properties.Where(property => property.SetMethod is not null).ToList();

        settable.Count.ShouldBeGreaterThan(20);
        settable.Select(property => property.Name).ShouldBe(Others.Keys, ignoreOrder: true);
        foreach (var property in settable)
        {
            var other = With(property, Others[property.Name]);
            FactContent.Of(other).ShouldNotBe(FactContent.Of(Whole), property.Name);
            FactContent.Differences(Whole, other).ShouldHaveSingleItem(property.Name);
        }

        // What cannot be set is worked out from what can.
        properties
            .Except(settable)
            .Select(property => property.Name)
            .ShouldBe(
                [nameof(Fact.Happened), nameof(Fact.NamedEntities), nameof(Fact.NamedSources), nameof(Fact.SaidBy)],
                ignoreOrder: true
            );
    }

    [Fact]
    public void The_kind_of_a_fact_is_part_of_its_content()
    {
        var kinds = Enum.GetValues<FactKind>()
            .Except([FactKind.Account, FactKind.NonAnswer])
            .Select(kind =>
                Of(
                    new Assertion(kind)
                    {
                        Id = Whole.Id,
                        Speaker = Whole.Speaker,
                        Status = Whole.Status,
                        Known = Whole.Known,
                        Says = Whole.Says,
                        Sources = Whole.Sources,
                        RestsOn = Whole.RestsOn,
                    }
                )
            )
            .ToList();

        kinds.Count.ShouldBeGreaterThan(5);
        kinds.ShouldBeUnique();
    }

    [Fact]
    public void Every_part_of_a_part_counts()
    {
        string[] contents =
        [
            Of(Whole with { Figure = new Figure("3", "years", null) }),
            Of(Whole with { Figure = new Figure("4", "years", null) }),
            Of(Whole with { Figure = new Figure("3", "months", null) }),
            Of(Whole with { Figure = new Figure("3", "years", "over") }),
            Of(Whole with { Links = [new Link(LinkKind.Denies, new FactId("a"))] }),
            Of(Whole with { Links = [new Link(LinkKind.Limits, new FactId("a"))] }),
            Of(Whole with { Links = [new Link(LinkKind.Denies, new FactId("b"))] }),
            Of(Whole with { Ended = new Ending(EndingKind.Expired, new DateOnly(2026, 5, 18), "Over.") }),
            Of(Whole with { Ended = new Ending(EndingKind.Retracted, new DateOnly(2026, 5, 18), "Over.") }),
            Of(Whole with { Ended = new Ending(EndingKind.Expired, new DateOnly(2026, 5, 19), "Over.") }),
            Of(Whole with { Ended = new Ending(EndingKind.Expired, new DateOnly(2026, 5, 18), "Done.") }),
            Of(Whole with { RestsOn = [new Evidence(new SeedId("notice"), "It closed.", 0, Passage)] }),
            Of(Whole with { Speaker = new Speaker.People([new EntityId("council"), new EntityId("union")]) }),
            Of(Whole with { Speaker = new Speaker.Carrier(new SourceId("courier")) }),
        ];

        contents.ShouldBeUnique();
    }

    [Fact]
    public void What_is_written_in_one_place_is_never_taken_for_another()
    {
        string[] contents =
        [
            Of(Whole with { Asked = ["a", "b"] }),
            Of(Whole with { Asked = ["a | b"] }),
            Of(Whole with { Asked = ["a \\| b"] }),
            Of(Whole with { Asked = ["a", "", "b"] }),
            Of(Whole with { Figure = new Figure("3", "more years", null) }),
            Of(Whole with { Figure = new Figure("3 more", "years", null) }),
            Of(Whole with { Figure = new Figure("more", "years", "3") }),
            Of(Whole with { Scope = "cars\nsays: It shut." }),
            Of(Whole with { Scope = "cars\\nsays: It shut." }),
            Of(Whole with { Where = "Tarrow\nscope: cars" }),
            Of(Whole with { Where = "Tarrow", Scope = "cars" }),
        ];

        contents.ShouldBeUnique();
    }

    [Fact]
    public void Lists_are_the_same_only_when_each_of_their_texts_is() =>
        Properties.Hold(
            from parts in Gen.Elements("a", "|", "\\", "\\|", "\n").ArrayOf(4)
            from one in Gen.Choose(0, 7)
            from other in Gen.Choose(0, 7)
            select (One: Joined(parts, one), Other: Joined(parts, other)),
            pair =>
                string.Equals(Of(Whole with { Asked = pair.One }), Of(Whole with { Asked = pair.Other }), StringComparison.Ordinal)
                    .ShouldBe(pair.One.SequenceEqual(pair.Other)),
            1_000
        );

    /// <summary>The same parts in fewer texts: each bit that is set joins two neighbours the way a list is written.</summary>
    private static List<string> Joined(string[] parts, int bits)
    {
        var texts = new List<string> { parts[0] };
        for (var i = 1; i < parts.Length; i++)
        {
            if ((bits & (1 << (i - 1))) != 0)
            {
                texts[^1] += " | " + parts[i];
            }
            else
            {
                texts.Add(parts[i]);
            }
        }

        return texts;
    }

    [Fact]
    public void The_same_fact_read_again_has_the_same_content()
    {
        var again = Whole with
        {
            Sources = [.. Whole.Sources],
            Speaker = new Speaker.People([new EntityId("council")]),
            RestsOn = [new Evidence(new SeedId("notes"), "It closed.", 0, Passage)],
        };

        Of(again).ShouldBe(Of(Whole));
        FactContent.Differences(Whole, again).ShouldBeEmpty();
    }

    private static string Of(Fact fact) => FactContent.Of(fact);

    private static Assertion With(PropertyInfo property, object value)
    {
        var copy = Whole with { };
        property.SetValue(copy, value);
        return copy;
    }
}
