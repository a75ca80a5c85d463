using System.Globalization;

namespace Bot.Benchmarks.Crash;

/// <summary>Makes changes of several communities, the same for the same seed.</summary>
internal sealed class Requests(Random random, string story)
{
    /// <summary>A new fact comes after so many requests, and the last few are those that something happens to.</summary>
    private const int RequestsAFact = 30;
    private const int Facts = 3;

    public static readonly IReadOnlyList<string> Communities = ["discord:1", "discord:2", "slack:T3"];

    private static readonly IReadOnlyList<string> Kinds =
    [
        .. Enumerable.Repeat("add", 5),
        .. Enumerable.Repeat("restate", 6),
        "recheck",
        "hold",
        "release",
        "release",
        "withdraw",
        "erase",
        "settle",
    ];
    private int count;

    public WireLine Next()
    {
        var number = ++count;
        var kind = Kinds[random.Next(Kinds.Count)];
        var fact = string.Create(CultureInfo.InvariantCulture, $"~f{(number / RequestsAFact) + random.Next(Facts)}");
        var community = Communities[random.Next(Communities.Count)];
        return new WireLine(
            string.Create(CultureInfo.InvariantCulture, $"d{number}"),
            community,
            story,
            kind,
            fact,
            kind is "settle"
                ? (random.Next(2) == 0 ? story : "")
                : string.Create(CultureInfo.InvariantCulture, $"Crate {number} {Of(community, fact)} was moved over the river.")
        );
    }

    /// <summary>Words that stand in every state of a fact, and in nothing else.</summary>
    public static string Of(string community, string fact) => $"of lot {fact[1..]} from {community.Replace(':', ' ')} there";

    /// <summary>Asks to be told when readers have what stands at a position.</summary>
    public WireLine See(long position) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"s{++count}"),
            Communities[0],
            story,
            WireLine.Sees,
            Says: position.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>Asks what a community has.</summary>
    public WireLine Tell(string community) => new(string.Create(CultureInfo.InvariantCulture, $"t{++count}"), community, story);
}
