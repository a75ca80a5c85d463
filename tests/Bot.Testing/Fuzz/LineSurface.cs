using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Fuzz;

/// <summary>What people type: questions and commands, as the console and the platforms take them.</summary>
public sealed class LineSurface(StorySnapshot story, Shelf shelf, TimeProvider time) : ISurface
{
    private readonly Desk desk = new(shelf, time);
    private readonly IReadOnlyList<string> questions = Questions(story);
    private readonly IReadOnlyList<string> words =
    [
        .. story.Book.Entities.SelectMany(entity => entity.Aliases.Append(entity.Name)),
        .. Enum.GetValues<FactKind>().Select(Vocabulary.Word),
        .. "2025-09|2025-09-25|../2025-09|since August|2025-13-45|words|said|responded|suspended|as-of:|since:|name:|did:|kind:".Split('|'),
    ];

    public string Name => $"lines, {story.Story.Slug}";
    public int Share => 45;

    /// <summary>Ways of asking that a story knows, and what its sources do not give.</summary>
    public static IReadOnlyList<string> Questions(StorySnapshot story) =>
        [
            .. story.Book.Facts.SelectMany(fact => fact.Asked),
            .. story.Book.Story.Absent.SelectMany(gap => gap.Asked),
            .. "what is going on|who responded|what was suspended|timeline|what changed since yesterday|sources|why did they do it|hello".Split(
                '|'
            ),
        ];

    public IReadOnlyList<string> Make(Draw draw) =>
        [
            draw.Below(10) switch
            {
                0 => OddText.Make(draw),
                1 => $"{draw.Of(questions)} {draw.Of(["and", "", "or", "because", "\n"])} {Edits.Of(draw, draw.Of(questions))}",
                2 or 3 => Command(draw),
                _ => Edits.Of(draw, draw.Of(questions)),
            },
        ];

    public Fault? Feed(IReadOnlyList<string> texts)
    {
        var reply = Grammar.Parse(texts[0]) switch
        {
            Parsed.Understood understood => desk.Handle(understood.Command, story.Story.Slug),
            Parsed.NotUnderstood not => not.Reply,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return Promises.Broken(reply, story) ?? Promises.Echoed(reply);
    }

    private string Command(Draw draw)
    {
        var entry = draw.Of(Catalogue.All);
        var options = entry
            .Options.Where(_ => draw.Chance(60))
            .Select(option => $" {(draw.Chance(70) ? option.Name + ":" : "")} {Value(draw)}");
        var line = $"/{entry.Path}{string.Concat(options)}";
        return draw.Chance(30) ? Edits.Of(draw, line) : line;
    }

    private string Value(Draw draw) =>
        draw.Below(4) switch
        {
            0 => Edits.Of(draw, draw.Of(questions)),
            1 => OddText.Make(draw),
            _ => draw.Of(words),
        };
}
