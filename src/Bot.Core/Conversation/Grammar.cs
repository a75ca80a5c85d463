using System.Diagnostics;
using Bot.Core.Conversation.Wording;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Words;

namespace Bot.Core.Conversation;

/// <summary>Reads a command as typed: <c>/story who name: the council</c>, <c>who responded?</c>. Text that is no command is a question.</summary>
public static class Grammar
{
    /// <summary>The longest line that is read, in UTF-16 code units.</summary>
    public const int Longest = 2_000;

    private const int LettersPerSlip = 3;
    private const int MostSlips = 3;
    private const string Which = "which";

    /// <summary>The word before look-ups, which may be left out where no other command has the name.</summary>
    private const string Group = "story";

    public static Parsed Parse(string typed)
    {
        var line = typed.Trim();
        if (line.Length > Longest)
        {
            return Refuse(CommandWords.TooLong(line.Length));
        }

        if (!line.StartsWith('/'))
        {
            return new Parsed.Understood(new Command.Ask(line, new AsOf()));
        }

        return ReadTyped(line) ?? ReadTyped($"/{Group} {line[1..]}") ?? Unknown(line);
    }

    /// <summary>The command that a line names; null for none.</summary>
    /// <param name="line">It begins with a slash.</param>
    internal static CommandEntry? Entry(string line) =>
        Catalogue.All.Where(candidate => IsPath(line, candidate.Path)).MaxBy(candidate => candidate.Path.Length);

    /// <summary>Null for a line that names no command.</summary>
    private static Parsed? ReadTyped(string line) =>
        Entry(line) is { } entry ? Read(entry, TypedOptions.Read(entry, line[(entry.Path.Length + 1)..].Trim())) : null;

    /// <summary>Whether a line without a slash begins with nearly a command's name, or with a word that others follow.</summary>
    internal static bool IsNearly(string line) => Near(line) is { Count: > 0 } || IsGroup(line);

    private static bool IsPath(string line, string path) =>
        line.AsSpan(1).StartsWith(path, StringComparison.OrdinalIgnoreCase)
        && (line.Length == path.Length + 1 || char.IsWhiteSpace(line[path.Length + 1]));

    /// <summary>Reads a command whose options were given one by one, as a form does.</summary>
    /// <param name="values">By the options' names.</param>
    public static Parsed Read(CommandEntry entry, IReadOnlyDictionary<string, string> values)
    {
        if (values.Values.FirstOrDefault(value => value.Length > Longest) is { } overlong)
        {
            return Refuse(CommandWords.TooLong(overlong.Length));
        }

        var unused = values.Keys.Where(key => entry.Typed.All(option => option.Name != key)).ToList();
        if (unused.Count > 0)
        {
            return Refuse(naming => CommandWords.TakesNoSuch(entry, unused[0], naming));
        }

        if (entry.Options.FirstOrDefault(option => IsOther(option, values)) is { } other)
        {
            return Refuse(CommandWords.NoSuchWord(values[other.Name], [.. other.Offered.Select(offered => offered.Word)]));
        }

        if (ByCallerGrammar.Read(entry.Path, Value) is { } byCaller)
        {
            return Done(byCaller);
        }

        return entry.Path switch
        {
            // "Since August" names no day by which we knew.
            "ask" when EventDate.TryParse(Value("as-of") ?? "") is { Latest: null } => Refuse(CommandWords.NotADate(Value("as-of")!)),
            "ask" => Ask(Value("question") ?? "", Value("as-of")),
            "story who" => Done(new Command.Who(Value("name"), Value("did"))),
            "story suspended" => Done(new Command.Suspended()),
            "story responses" => Done(new Command.Responses(Value("from"))),
            "story what" => Value("kind") is { } kind ? Kind(kind) : KindOrQuestion(Value("about")),
            "story timeline" when After(Value("within"), "since ") is { } since => Done(new Command.ShowTimeline(since)),
            "story timeline" => Done(new Command.ShowTimeline(Value("since"), Value("within"))),
            "story changes" => Done(new Command.Changes(Value("since"))),
            "story sources" => Done(new Command.Sources(Value("naming"))),
            "story status" => Done(new Command.Status()),
            "settings" => Done(new Command.ShowSettings()),
            "privacy" => Done(new Command.Privacy()),
            "digest schedule" => Timed(Value),
            "digest list" => Done(new Command.ListDigests()),
            "digest preview" => Done(new Command.PreviewDigest(Value(Which))),
            "digest test" => Done(new Command.TestDigest(Value(Which))),
            "digest now" => Done(new Command.DigestNow(Value(Which))),
            "digest pause" => Done(new Command.PauseDigest(Value(Which), Value("reason"))),
            "digest resume" => Done(new Command.ResumeDigest(Value(Which))),
            "digest remove" => Done(new Command.RemoveDigest(Value(Which))),
            "why" when IsOfDigest(Value("about")) => Done(new Command.WhyDigest()),
            "why" => Done(new Command.Why(Value("question") ?? "")),
            _ => Done(Help(Value("about"))),
        };

        string? Value(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>Reads the text of a message that somebody chose a command for, from its menu.</summary>
    public static Parsed Read(MenuEntry entry, string text)
    {
        var whole = text.Trim();
        var read = Cutting.Shorten(whole, Longest);
        return whole.Length == 0
            ? Refuse(CommandWords.NoText)
            : Read(
                entry.Command,
                new Dictionary<string, string> { [entry.Command.Options.First(option => option.Rest).Name] = read }
            ) switch
            {
                Parsed.Understood understood when read != whole => understood with { Note = CommandWords.ReadUpTo },
                var parsed => parsed,
            };
    }

    /// <summary>Where an option begins: its mark at the start or after a space, so that <c>surname:</c> is not <c>name:</c>; -1 for nowhere.</summary>
    internal static int Find(string text, string mark)
    {
        var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at = text.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return at;
    }

    /// <summary>Whether a word was given that is none of those an option has.</summary>
    private static bool IsOther(CommandOption option, IReadOnlyDictionary<string, string> values) =>
        option.OnlyOffered
        && values.GetValueOrDefault(option.Name) is { Length: > 0 } value
        && option.Offered.All(offered => offered.Word != value);

    private static Parsed.Understood Done(Command command) => new(command);

    private static Parsed Ask(string question, string? day) =>
        day is null ? Done(new Command.Ask(question, new AsOf()))
        : EventDate.TryParse(day) is { } date ? Done(new Command.Ask(question, new AsOf(Known: date.Latest)))
        : Refuse(CommandWords.NotADate(day));

    private static Command.Help Help(string? about) =>
        about switch
        {
            _ when After(about, "word") is not null => new Command.Help(Words: true),
            _ when After(about, "moderat") is not null => new Command.Help(Words: false, Moderating: true),
            _ => new Command.Help(Words: false) { About = about },
        };

    /// <summary>What stands after a beginning; null where it begins otherwise.</summary>
    private static string? After(string? text, string start) =>
        text?.StartsWith(start, StringComparison.OrdinalIgnoreCase) is true ? text[start.Length..].Trim() : null;

    private static Parsed Timed(Func<string, string?> value) =>
        TimingReader.Read(value) switch
        {
            _ when DigestForm.Fields.All(field => value(field.Key) is null) => Done(new Command.PlanDigest(value(Which))),
            TimingReader.Result.Read read => Done(new Command.ScheduleDigest(value(Which), read.Timing)),
            TimingReader.Result.Mistaken mistaken => Refuse(mistaken.Sentence),
            _ => throw new UnreachableException(),
        };

    private static bool IsOfDigest(string? about) => about?.StartsWith("digest", StringComparison.OrdinalIgnoreCase) ?? false;

    private static Parsed Kind(string word) => KnownKind(word) ?? Refuse($"{CommandWords.NoSuchKind(word)} {CommandWords.Kinds}");

    /// <summary>Words that name no kind ask about something.</summary>
    private static Parsed KindOrQuestion(string? words) =>
        words is null ? Done(new Command.What(null)) : KnownKind(words) ?? Done(new Command.What(null, words));

    /// <summary>Null for what is neither a kind nor nearly one.</summary>
    private static Parsed? KnownKind(string word)
    {
        if (KindWords.IsAny(word))
        {
            return Done(new Command.What(null));
        }

        return KindWords.Read(word) is { } kind ? Done(new Command.What(kind))
            : KindWords.All.Where(known => Slips(word.ToLowerInvariant(), known.Word) is not null).ToList() is { Count: > 0 } near
                ? Choose(
                    CommandWords.NoSuchKind(word),
                    [$"/story what kind:{Vocabulary.Word(near.MinBy(known => Slips(word.ToLowerInvariant(), known.Word)).Kind)}"]
                )
            : null;
    }

    private static Parsed Unknown(string line)
    {
        var near = Near(line[1..]);
        return near.Count > 0 ? Choose(CommandWords.NoSuchCommand, near)
            : IsGroup(line[1..])
                ? Choose(
                    CommandWords.NoSuchCommand,
                    [
                        .. Catalogue
                            .All.Where(entry => entry.Path.StartsWith(Group, StringComparison.Ordinal))
                            .Select(entry => $"/{entry.Path}"),
                    ]
                )
            : Refuse(CommandWords.NoSuchCommand);
    }

    /// <summary>At most three lines, the nearest first.</summary>
    private static List<string> Near(string typed)
    {
        var start = string.Join(' ', Words(typed).Take(2));
        return
        [
            .. Catalogue
                .All.Select(entry => (entry, Distance: Distance(start, entry.Path)))
                .Where(pair => pair.Distance is not null)
                .OrderBy(pair => pair.Distance)
                .Take(3)
                .Select(pair => $"/{pair.entry.Path}"),
        ];
    }

    private static bool IsGroup(string typed) => Words(typed) is [var first, ..] && EditDistance.Between(first, Group, 2) <= 2;

    private static string[] Words(string typed) => typed.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many slips lie between what was typed, or its first word, and a path, or its last word; null for too many.</summary>
    private static int? Distance(string typed, string path)
    {
        var (first, last) = (typed.Split(' ')[0], path[(path.LastIndexOf(' ') + 1)..]);
        return new[] { Slips(typed, path), Slips(first, path), Slips(first, last) }.Min();
    }

    /// <summary>Null where more than every third letter would be a slip: any short word is three slips from any other.</summary>
    private static int? Slips(string typed, string known)
    {
        var allowed = Math.Clamp(typed.Length / LettersPerSlip, 1, MostSlips);
        return EditDistance.Between(typed, known, allowed) is var slips && slips <= allowed ? slips : null;
    }

    private static Parsed.NotUnderstood Refuse(string sentence) => Refuse(_ => sentence);

    private static Parsed.NotUnderstood Refuse(Func<Naming, string> sentence) =>
        new(naming => new Refusal { Headline = sentence(naming), Parts = [new Hint(CommandWords.SeeHelp(naming))] });

    /// <param name="lines">What may be meant.</param>
    private static Parsed.NotUnderstood Choose(string sentence, IReadOnlyList<string> lines) =>
        new(naming =>
        {
            List<ReplyAction> options = [.. lines.Select(line => new ReplyAction(naming.Typed(line), line))];
            return new Choices(options)
            {
                Headline = $"{sentence} {CommandWords.DidYouMean(options)}",
                Parts = [new Actions([.. options.Take(5)])],
            };
        });
}

/// <summary>A command, or the reply that says what would have worked.</summary>
public abstract record Parsed
{
    private Parsed() { }

    /// <param name="Note">What the reply says besides; null for nothing.</param>
    public sealed record Understood(Command Command, string? Note = null) : Parsed;

    /// <param name="Told">The reply, in the names that commands have where it is read.</param>
    public sealed record NotUnderstood(Func<Naming, Reply> Told) : Parsed
    {
        public Reply Reply => Told(Naming.Slash);
    }
}
