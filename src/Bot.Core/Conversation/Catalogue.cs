using Bot.Core.Digests;

namespace Bot.Core.Conversation;

/// <summary>What a command takes.</summary>
/// <param name="Name">As typed: <c>name:</c>.</param>
/// <param name="Rest">It may be typed without its name, as all that follows.</param>
public sealed record CommandOption(string Name, string Description, OptionKind Kind, bool Rest = false)
{
    /// <summary>Of a word: those that are offered, with what they mean; others may be read too.</summary>
    public IReadOnlyList<(string Word, string? Meaning)> Offered { get; init; } = [];

    /// <summary>No other word is read than those that are offered.</summary>
    public bool OnlyOffered { get; init; }
}

/// <summary>What is typed into an option: it decides how it is read and what is offered.</summary>
public enum OptionKind
{
    Text,

    /// <summary>Somebody or something of the story.</summary>
    Entity,

    /// <summary>A kind of fact.</summary>
    FactKind,
    Date,

    /// <summary>One of the words that are offered, or one like them.</summary>
    Word,

    /// <summary>A time zone.</summary>
    Zone,

    /// <summary>Anything: nothing is offered.</summary>
    Free,

    /// <summary>A fact of the story, by its id, or by its handle after a #.</summary>
    Fact,

    /// <summary>Something that waits for moderators, by its name; after a full stop the version that was looked at.</summary>
    Item,
}

/// <summary>Who a command is offered to. What it changes is guarded where it is changed.</summary>
public enum Audience
{
    Everybody,

    /// <summary>Who looks after what is said there.</summary>
    Moderators,

    /// <summary>Who may set up the server or workspace.</summary>
    Admins,
}

/// <summary>Where a command is offered.</summary>
public enum Reach
{
    Everywhere,

    /// <summary>Only in a server or workspace that added the bot.</summary>
    Communities,
}

/// <summary>A command as people see it.</summary>
/// <param name="Path">"ask", "story who".</param>
/// <param name="Example">A line that works, without anything of a story in it.</param>
public sealed record CommandEntry(string Path, string Summary, IReadOnlyList<CommandOption> Options, string Example)
{
    /// <summary>
    /// What typed words are that follow without a name; null: they belong to the option that takes the rest. It is offered nowhere, since whoever fills in options one by
    /// one names each.
    /// </summary>
    public CommandOption? Unnamed { get; init; }

    /// <summary>All that can be typed after it.</summary>
    public IEnumerable<CommandOption> Typed => Unnamed is null ? Options : Options.Append(Unnamed);

    public Audience Who { get; init; } = Audience.Everybody;

    public Reach Where { get; init; } = Reach.Everywhere;
}

/// <summary>What the menu of a message offers: the message's text goes to a command.</summary>
/// <param name="Name">As it stands in the menu.</param>
/// <param name="Command">The command; its option that takes the rest takes the text.</param>
public sealed record MenuEntry(string Name, CommandEntry Command)
{
    /// <summary>It is about what the bot said in the message, and not about the message's words.</summary>
    public bool OfPosts { get; init; }
}

/// <summary>Every command once: registration, grammar, completion, help and console derive from it.</summary>
public static class Catalogue
{
    private static readonly CommandOption Which = new(
        "which",
        "its name in the list of digests, where there are several",
        OptionKind.Free,
        Rest: true
    );

    private static readonly CommandOption About = new("about", "digest: why it says what it says; denied: why you may not", OptionKind.Word)
    {
        Offered = [("digest", "what it tells, and how far it is"), ("denied", "what you may do here, and what more would take")],
    };

    private static readonly CommandOption AsOf = new("as-of", "as we knew it on that day", OptionKind.Date);

    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        new(
            "ask",
            "ask in plain words; alone, the story so far",
            [new("question", "your question", OptionKind.Text, Rest: true), AsOf],
            "/ask who responded"
        ),
        new(
            "story who",
            "who did or said what",
            [new("name", "a person or organisation", OptionKind.Entity, Rest: true), new("did", "what they did", OptionKind.Text)],
            "/story who"
        ),
        new("story suspended", "what was suspended, and what was not", [], "/story suspended"),
        new(
            "story responses",
            "who responded, and who did not comment",
            [new("from", "one party only", OptionKind.Entity, Rest: true)],
            "/story responses"
        ),
        new(
            "story what",
            "facts of one kind",
            [new("kind", "claim, figure, response …", OptionKind.FactKind, Rest: true)],
            "/story what kind:claim"
        )
        {
            Unnamed = new("about", "a kind, or anything else to ask about", OptionKind.Text),
        },
        new("story timeline", "what happened, by date", [new("since", "mark what is new since a day", OptionKind.Date)], "/story timeline")
        {
            Unnamed = new("within", "only a year, a month or a span: 2025, September 2025, 2025-08/2025-09", OptionKind.Date),
        },
        new(
            "story changes",
            "what changed in what we say",
            [new("since", "only since a day", OptionKind.Date, Rest: true)],
            "/story changes"
        ),
        new("story sources", "what all this rests on", [], "/story sources")
        {
            Unnamed = new("naming", "only those with a word in their name or publisher", OptionKind.Text),
        },
        new("story status", "edition, counts, when it was loaded", [], "/story status"),
        new(
            "why",
            "why a question got its answer, or none",
            [new("question", "the question", OptionKind.Text, Rest: true), About],
            "/why who responded"
        ),
        new("report", "say that something I give is wrong", [new("fact", "what is wrong", OptionKind.Fact, Rest: true)], "/report")
        {
            Where = Reach.Communities,
        },
        .. Digests,
        new("settings", "which story is followed here", [], "/settings") { Who = Audience.Admins, Where = Reach.Communities },
        new("privacy", "what is kept of people, and how long", [], "/privacy"),
        new(
            "help",
            "this list; words explains the status labels",
            [
                new("about", "words, moderating", OptionKind.Word, Rest: true)
                {
                    Offered = [("words", "what the status labels mean"), ("moderating", "what moderators can do")],
                },
            ],
            "/help words"
        ),
        .. ModeratorCommands.All,
    ];

    private static IEnumerable<CommandEntry> Digests =>
        new[]
        {
            new CommandEntry(
                "digest schedule",
                "post what changed in this channel, when you want it; alone, a form",
                [
                    new(TimingReader.Days, "daily, weekdays, or mon,thu", OptionKind.Word, Rest: true)
                    {
                        Offered = [("daily", null), ("weekdays", "Monday to Friday"), ("mon,thu", "on some days")],
                    },
                    new(TimingReader.At, "09:00, or hourly for each hour at which something is new", OptionKind.Word)
                    {
                        Offered = [("09:00", null), ("18:00", null), (Timing.Hourly, "each hour at which something is new")],
                    },
                    new(TimingReader.InZone, "your time zone: Europe/Berlin", OptionKind.Zone),
                    new(TimingReader.Quiet, "hours in which nothing is posted: 22:00-07:00", OptionKind.Word)
                    {
                        Offered = [("22:00-07:00", null)],
                    },
                    new(TimingReader.Corrections, "yes: also soon after something was corrected", OptionKind.Word)
                    {
                        Offered = [("yes", null), ("no", null)],
                    },
                    Which with
                    {
                        Rest = false,
                    },
                ],
                "/digest schedule weekdays at:09:00"
            ),
            new CommandEntry("digest list", "the digests here: next, last, and what became of it", [], "/digest list"),
            new CommandEntry("digest preview", "what a digest would say now; nothing is posted", [Which], "/digest preview"),
            new CommandEntry("digest test", "a post that shows whether digests arrive", [Which], "/digest test"),
            new CommandEntry("digest now", "post a digest now, without waiting for its time", [Which], "/digest now"),
            new CommandEntry(
                "digest pause",
                "post no digests until you say so",
                [Which, new("reason", "why, for the other moderators", OptionKind.Free)],
                "/digest pause"
            ),
            new CommandEntry("digest resume", "go on with paused digests", [Which], "/digest resume"),
            new CommandEntry("digest remove", "post no more digests", [Which], "/digest remove"),
        }.Select(entry => entry with { Who = Audience.Moderators, Where = Reach.Communities });

    /// <summary>What is said of a word that other commands follow.</summary>
    public static IReadOnlyDictionary<string, string> Groups { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["story"] = "the story's facts, by who, what and when",
            ["digest"] = "what changed, posted in a channel on schedule",
            ["fact"] = "for moderators: add, change, hold, undo",
        };

    /// <summary>What can be done with a message, from its menu.</summary>
    public static IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new("Ask about this", Find("ask")!),
        new("Add as fact", Find("fact add")!),
        new("Report as wrong", Find("report")!) { OfPosts = true },
    ];

    public static CommandEntry? Find(string path) => All.FirstOrDefault(entry => entry.Path == path);
}
