using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Communities;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Buttons;

/// <summary>
/// What a button carries, in <see cref="Longest"/> characters. Nothing is kept of it, so it works after a restart and on any replica, for as long as its message is there. One that
/// only asks is open: who makes one up gets no more than by typing. One that does something is sealed for the community it was made in.
/// </summary>
public sealed partial class ButtonIds(ISeal seal)
{
    /// <summary>What the platforms take: Discord, the narrowest, 100.</summary>
    public const int Longest = 100;

    /// <summary>The most facts that a button has room for.</summary>
    public const int MostFacts = 6;

    private const string Version = "1:";
    private const string SayVerb = Version + "say:";
    private const string DrawVerb = Version + "draw:";
    private const string ShareVerb = "share";
    private const string WatchVerb = "tell";
    private const string RemoveVerb = "remove";
    private const int MarkBytes = 12;
    private const int MarkLength = 16;
    private const int HandleLength = 8;

    /// <summary>Null for a line that has no room.</summary>
    public static string? Say(string line) => Room(line) >= 0 ? SayVerb + line : null;

    /// <summary>Whether a button says a line that has something in it.</summary>
    public static bool Says(string? id, string marker) =>
        id?.StartsWith(SayVerb, StringComparison.Ordinal) == true && id.Contains(marker, StringComparison.Ordinal);

    /// <summary>How many characters have room after a line that a button says; negative where the line itself has none.</summary>
    public static int Room(string line) => Longest - SayVerb.Length - line.Length;

    /// <summary>As <see cref="Say"/>, to be answered by a picture.</summary>
    public static string? Draw(string line) => DrawVerb.Length + line.Length <= Longest ? DrawVerb + line : null;

    /// <param name="facts">The first of them that have room, at most <see cref="MostFacts"/>.</param>
    public string Share(CommunityId community, StorySlug story, IReadOnlyList<ShownFact> facts) =>
        OfFacts(ShareVerb, community, story, facts);

    /// <param name="facts">As for <see cref="Share"/>.</param>
    public string Watch(CommunityId community, StorySlug story, IReadOnlyList<ShownFact> facts) =>
        OfFacts(WatchVerb, community, story, facts);

    /// <param name="asker">See <see cref="Asker"/>.</param>
    public string Remove(CommunityId community, string asker) => Sealed($"{Version}{RemoveVerb}:{asker}", community);

    /// <summary>What stands for a person of a community in a button: nobody can tell from it who it is.</summary>
    public string Asker(CommunityId community, UserId user) => Mark($"asker\n{community}\n{user}");

    /// <param name="community">Where it was pressed.</param>
    public Pressed Read(string? id, CommunityId community)
    {
        if (id is null || !id.StartsWith(Version, StringComparison.Ordinal))
        {
            return new Pressed.Dead(ButtonWords.AnotherVersion);
        }

        if (id.StartsWith(SayVerb, StringComparison.Ordinal))
        {
            return new Pressed.Say(id[SayVerb.Length..]);
        }

        if (id.StartsWith(DrawVerb, StringComparison.Ordinal))
        {
            return new Pressed.Draw(id[DrawVerb.Length..]);
        }

        if (id.StartsWith(PlanVerb, StringComparison.Ordinal))
        {
            return ReadPlan(id[PlanVerb.Length..]) is { } plan ? new Pressed.Plan(plan) : new Pressed.Dead(ButtonWords.NotWhole);
        }

        var read = id[Version.Length..].Split(':') switch
        {
            [ShareVerb, var story, var facts, { Length: MarkLength }] when Facts(facts) is { } named => new Pressed.Share(
                new Command.ShowAgain(story, named)
            ),
            [WatchVerb, var story, var facts, { Length: MarkLength }] when Facts(facts) is { } named => new Pressed.Watch(
                new Command.ShowAgain(story, named)
            ),
            [RemoveVerb, var asker, { Length: MarkLength }] => (Pressed)new Pressed.Remove(asker),
            [ShareVerb or WatchVerb or RemoveVerb, ..] => new Pressed.Dead(ButtonWords.NotWhole),
            _ => new Pressed.Dead(ButtonWords.AnotherVersion),
        };
        return read is Pressed.Dead || Holds(id, community) ? read : new Pressed.Dead(ButtonWords.NotOurs);
    }

    private string OfFacts(string verb, CommunityId community, StorySlug story, IReadOnlyList<ShownFact> facts)
    {
        for (var count = Math.Min(facts.Count, MostFacts); ; count--)
        {
            var named = string.Join(',', facts.Take(count).Select(shown => $"{shown.Fact.Handle}{shown.Revision:x}"));
            var head = $"{Version}{verb}:{story.Handle}:{named}";
            if (head.Length + 1 + MarkLength <= Longest)
            {
                return Sealed(head, community);
            }
        }
    }

    private string Sealed(string head, CommunityId community) => $"{head}:{Mark($"button\n{community}\n{head}")}";

    private bool Holds(string id, CommunityId community) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(id),
            Encoding.UTF8.GetBytes(Sealed(id[..id.LastIndexOf(':')], community))
        );

    private string Mark(string content) => Base64Url.EncodeToString(seal.Mark(Encoding.UTF8.GetBytes(content)).AsSpan(0, MarkBytes));

    /// <summary>Null for what is no list of facts.</summary>
    private static List<HandledFact>? Facts(string text)
    {
        var facts = new List<HandledFact>();
        foreach (var each in text.Split(','))
        {
            if (
                each.Length <= HandleLength
                || !int.TryParse(each.AsSpan(HandleLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var revision)
            )
            {
                return null;
            }

            facts.Add(new HandledFact(each[..HandleLength], revision));
        }

        return facts;
    }
}
