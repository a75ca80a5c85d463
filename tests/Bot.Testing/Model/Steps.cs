using System.Globalization;
using Bot.Testing.Fuzz;

namespace Bot.Testing.Model;

/// <summary>Makes sequences of steps, the same for the same seed and number.</summary>
internal static class Steps
{
    /// <summary>The story that all share; the others are started by communities.</summary>
    public const string Shared = "shared";

    private const int Least = 8;
    private const int Most = 40;

    public static readonly IReadOnlyList<string> Communities = ["discord:1", "discord:2", "slack:T3"];
    public static readonly IReadOnlyList<string> Stories = [Shared, "mill", "yard"];
    public static readonly IReadOnlyList<string> BaseFacts = ["b0", "b1", "b2", "b3"];
    public static readonly IReadOnlyList<string> OwnFacts = ["~o0", "~o1", "~o2"];

    /// <summary>Whether a fact is called so that is spoken of in steps; the base calls one otherwise in between.</summary>
    public static bool IsKnown(string fact) => BaseFacts.Contains(fact) || OwnFacts.Contains(fact);

    /// <summary>What is wanted more often stands more often.</summary>
    private static readonly IReadOnlyList<Wanted> Often =
    [
        .. Enum.GetValues<Wanted>(),
        .. Enumerable.Repeat(Wanted.Add, 4),
        .. Enumerable.Repeat(Wanted.Restate, 5),
        Wanted.Hold,
        Wanted.Hold,
        Wanted.Release,
        Wanted.Erase,
        Wanted.TakeBase,
        Wanted.KeepOurs,
        Wanted.Start,
    ];

    public static IReadOnlyList<Step> Make(int seed, int number)
    {
        var draw = new Draw(seed, number);
        var communities = Communities.Take(draw.Between(2, 3)).ToList();

        // Few facts that much happens to, rather than many that little does.
        var facts = BaseFacts.Take(draw.Between(1, BaseFacts.Count)).ToList();
        var favourite = (draw.Of(communities), draw.Chance(70) ? draw.Of(facts) : draw.Of(OwnFacts));
        return [.. Enumerable.Range(0, draw.Between(Least, Most)).Select(i => Make(draw, i, communities, facts, favourite))];
    }

    /// <param name="favourite">One fact in one community that more happens to than to others.</param>
    private static Step Make(
        Draw draw,
        int number,
        IReadOnlyList<string> communities,
        IReadOnlyList<string> facts,
        (string Community, string Fact) favourite
    ) =>
        draw.Below(100) switch
        {
            < 10 => new Step.Edition(draw.Of(facts), draw.Chance(30) ? null : draw.Below(MadeDrafts.Common + 1)),
            < 12 => new Step.RenameAndDrop(draw.Of(facts)),
            < 15 => new Step.EraseBase(draw.Of(facts), draw.Chance(50)),
            < 19 => new Step.Restart(),
            < 25 when number > 0 => new Step.Again(draw.Below(number), draw.Chance(30) ? draw.Of(communities) : null),
            < 65 => Favoured(Ask(draw, number, communities, facts), favourite),
            _ => Ask(draw, number, communities, facts),
        };

    private static Step.Ask Ask(Draw draw, int number, IReadOnlyList<string> communities, IReadOnlyList<string> facts)
    {
        var wanted = draw.Of(Often);
        var fact =
            wanted is Wanted.Add or Wanted.AddPair ? draw.Of(OwnFacts)
            : wanted is Wanted.AddUnnamed ? string.Create(CultureInfo.InvariantCulture, $"n{number}")
            : draw.Of([.. facts, .. OwnFacts]);
        var story =
            wanted is Wanted.Start ? draw.Of(Stories)
            : draw.Chance(75) ? Shared
            : draw.Of(Stories);
        var look =
            draw.Chance(50) ? Look.Away
            : draw.Chance(50) ? Look.Now
            : Look.Before;
        return new Step.Ask(number, draw.Of(communities), story, wanted, fact, draw.Below(12), look);
    }

    private static Step.Ask Favoured(Step.Ask ask, (string Community, string Fact) favourite) =>
        ask.Wanted is Wanted.Add or Wanted.AddPair or Wanted.AddUnnamed or Wanted.Start
            ? ask
            : ask with
            {
                Community = favourite.Community,
                Story = Shared,
                Fact = favourite.Fact,
            };
}
