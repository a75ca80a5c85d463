using System.Text;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Storage.Tests;

/// <summary>Text that is written to a store and erased again, between text that stays.</summary>
internal static class Erased
{
    public const string Secret = "Jane Doe of Mill Lane 7";
    public const string Kept = "The Old Bridge is closed";

    public static readonly CommunityId Guild = new("discord:1");
    public static readonly CommunityId Team = new("slack:T1");

    private static readonly StorySlug Story = new("bridge");

    /// <summary>Forty facts of a community, each long enough for a page of its own; every second one holds the secret, and so does the reason of all.</summary>
    public static async Task<long> Write(IJournal journal, CommunityId community, CancellationToken cancellation)
    {
        var facts = Enumerable.Range(0, 40).Select(i => Says($"{(i % 2 == 0 ? Secret : Kept)} {i}{new string('.', 3_000)}"));
        return await Append(journal, community, "write", Secret, 0, facts, [], cancellation);
    }

    /// <summary>Blanks all forty.</summary>
    public static Task<long> Blank(IJournal journal, CommunityId community, long last, CancellationToken cancellation) =>
        Append(journal, community, "erase", "", 40, [Says(Kept)], [.. Enumerable.Range(0, 40).Select(i => last - i)], cancellation);

    /// <summary>Appends one event more to a community that has so many.</summary>
    /// <returns>Its position.</returns>
    public static Task<long> Append(IJournal journal, CommunityId community, int version, CancellationToken cancellation) =>
        Append(journal, community, $"one {version}", "", version, [Says(Kept)], [], cancellation);

    private static async Task<long> Append(
        IJournal journal,
        CommunityId community,
        string command,
        string reason,
        long version,
        IEnumerable<StoryEvent> events,
        IReadOnlyList<long> blanks,
        CancellationToken cancellation
    )
    {
        var append = new Append
        {
            Command = new CommandId(command),
            Community = community,
            Story = Story,
            By = new PersonKey("p1"),
            Reason = reason,
            Events = [.. events.Select((happened, i) => new Proposed(new StreamId($"{community}/facts"), version + i, happened))],
            Blanks = blanks,
        };
        return (await journal.Append(append, cancellation)).ShouldBeOfType<AppendResult.Appended>().Last;
    }

    /// <summary>The files among these that hold a text somewhere in their bytes, in the encodings that a store may use.</summary>
    public static IEnumerable<string> FilesWith(string folder, string text) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Holds(ReadShared(file), text))
            .Select(file => Path.GetFileName(file));

    /// <summary>Whether a text is somewhere in bytes, in the encodings that a store may use.</summary>
    public static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static StoryEvent.FactAdded Says(string says) =>
        new(
            new Edition(1),
            new Assertion(FactKind.Act)
            {
                Id = new FactId("bridge-closed"),
                Speaker = new Speaker.Carrier(new SourceId("courier")),
                Status = FactStatus.Reported,
                Known = new DateOnly(2026, 3, 1),
                Says = says,
                Sources = [new SourceId("courier")],
                RestsOn = [],
            }
        );
}
