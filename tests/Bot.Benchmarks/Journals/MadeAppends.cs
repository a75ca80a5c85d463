using System.Globalization;
using Bot.Benchmarks.Speed;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Journals;

/// <summary>Appends of made facts.</summary>
internal static class MadeAppends
{
    private static readonly FactMaker Maker = FactMaker.Make(1_000);

    /// <summary>The base that communities change.</summary>
    public static FactBook Base { get; } = MadeStory.Book(Maker.Facts, ShippedLexicon.Read());

    /// <summary>One fact of one community.</summary>
    public static Append One(int writer, int number)
    {
        var community = new CommunityId(string.Create(CultureInfo.InvariantCulture, $"discord:{writer}"));
        return Of(community, number, [new StoryEvent.FactAdded(new Edition(1), New(number))]);
    }

    /// <summary>What happened to facts of a community: each is added, and then said otherwise again and again.</summary>
    public static Append Many(CommunityId community, int first, int count, int aFact)
    {
        var events = new List<StoryEvent>();
        for (var number = first; number < first + count; number++)
        {
            var fact = New(number / aFact);
            events.Add(
                number % aFact == 0
                    ? new StoryEvent.FactAdded(new Edition(1), fact)
                    : new StoryEvent.FactChanged(new Edition(1), fact with { Says = Says(number - 1) }, fact with { Says = Says(number) })
            );
        }

        return Of(community, first, events);
    }

    private static string Says(int number) => Maker.Facts[number * 7 % Maker.Facts.Count];

    private static Fact New(int number) =>
        Base.Facts[number % Base.Facts.Count] with
        {
            Id = new FactId(string.Create(CultureInfo.InvariantCulture, $"~f{number}")),
        };

    private static Append Of(CommunityId community, int first, IReadOnlyList<StoryEvent> events)
    {
        var versions = new Dictionary<StreamId, long>();
        return new Append
        {
            Command = new CommandId(string.Create(CultureInfo.InvariantCulture, $"command {first}")),
            Community = community,
            Story = Base.Story.Slug,
            By = new PersonKey("somebody"),
            Reason = "A reader wrote in.",
            Events = [.. events.Select(Proposed)],
        };

        // A fact's first event makes its stream: appends here begin with one.
        Proposed Proposed(StoryEvent happened)
        {
            var stream = StreamId.Fact(community, Base.Story.Slug, EventParts.FactOf(happened)!.Value);
            var version = versions.GetValueOrDefault(stream);
            versions[stream] = version + 1;
            return new Proposed(stream, version, happened);
        }
    }
}
