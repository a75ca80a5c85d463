using System.Text;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions;
using Bot.Knowledge;
using Bot.Knowledge.Lexicons;

namespace Bot.Testing.Conversation;

/// <summary>Replies to render: what is answered over every story, and any reply of any text.</summary>
public static class Replies
{
    private static readonly Lazy<(IReadOnlyList<FactBook> Books, Lexicon Lexicon)> Stories = new(Read);

    /// <summary>What people type, of every sort that there is an answer to.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "who responded",
        "what was suspended",
        "is it genocide",
        "who killed the mayor",
        "what did the company say",
        "/story who",
        "/story responses",
        "/story what kind:account",
        "/story what",
        "/story timeline",
        "/story sources",
        "/story status",
        "/story changes",
        "/why who responded",
        "/help",
        "/help words",
        "/settings",
        "/privacy",
        "/stry who",
        "",
        "how many people",
        "when did it happen",
    ];

    public static IEnumerable<(string Line, Reply Reply)> Of(Desk desk, Shelf shelf) =>
        from story in shelf.Now.Stories.Values
        from line in Lines
        select (
            line,
            Grammar.Parse(line) switch
            {
                Parsed.Understood understood => desk.Handle(understood.Command, story.Story.Slug, CommunityId.Local),
                Parsed.NotUnderstood not => not.Reply,
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );

    /// <summary>A reply of texts that try to be more than texts, of any length and number.</summary>
    public static Reply Hostile(int seed)
    {
        var chance = new Random(seed);
        return new Notice
        {
            Headline = Text(chance),
            Parts =
            [
                .. Enumerable
                    .Range(0, chance.Next(60))
                    .Select<int, Part>(_ =>
                        chance.Next(5) switch
                        {
                            0 => new Heading(Text(chance)),
                            1 => new Line(Text(chance), chance.Next(2) == 0 ? Text(chance) : null),
                            2 => new Hint(Text(chance)),
                            3 => new Explanation([Text(chance), Text(chance)]),
                            _ => new Actions([new ReplyAction(Text(chance), Text(chance))]),
                        }
                    ),
            ],
            Foot = chance.Next(2) == 0 ? Text(chance) : null,
        };
    }

    public static async Task<(Desk Desk, Shelf Shelf)> Loaded()
    {
        var shelf = new Shelf();
        await new StoryKeeper(new InMemoryJournal(TimeProvider.System), shelf, TimeProvider.System, development: false).Load(
            Stories.Value.Books,
            Stories.Value.Lexicon,
            null,
            CancellationToken.None
        );
        return (new Desk(shelf, TimeProvider.System), shelf);
    }

    private static (IReadOnlyList<FactBook> Books, Lexicon Lexicon) Read()
    {
        var lexicon = ShippedLexicon.Read();
        var books = Library.Read(Repository.Folder("seeds"), Repository.Folder("knowledge"), lexicon).Books;
        var bridge = Library
            .Read(
                Repository.Folder("tests", "stories", "bridge", "seeds"),
                Repository.Folder("tests", "stories", "bridge", "knowledge"),
                lexicon
            )
            .Books;
        return ([.. books, .. bridge], lexicon);
    }

    private static string Text(Random chance)
    {
        var text = new StringBuilder("x");
        for (var i = chance.Next(chance.Next(3) == 0 ? 400 : 8); i > 0; i--)
        {
            text.Append(HostileTexts.Pieces[chance.Next(HostileTexts.Pieces.Count)]);
        }

        return text.ToString();
    }
}
