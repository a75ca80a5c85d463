using Bot.Core.Facts;

namespace Bot.Core.Conversation.Wording;

/// <summary>The sentences of commands, each once.</summary>
internal static class CommandWords
{
    public const string NoSuchCommand = "There is no such command.";
    public const string NothingLoaded = "No story is loaded yet. Try again in a moment.";

    public const string DigestsOfNow = "A digest tells what is new now. Ask for it without another day.";

    public const string CountedNow =
        "The edition, people, sources and sentences are counted only as they are now: ask without another day.";

    public const string NoText = "There is no text in that message that I could ask about.";
    public static readonly string ReadUpTo = $"The message is long: I read its first {Grammar.Longest} characters.";

    public static string TooLong(int length) =>
        $"That is {length} characters long; I read up to {Grammar.Longest}. Ask in a sentence or two.";

    public static string SeeHelp(Naming naming) => $"Type {naming.Of("help")} for what works here, or ask in plain words.";

    /// <param name="option">What it was given.</param>
    public static string TakesNoSuch(CommandEntry entry, string option, Naming naming) =>
        !entry.Typed.Any()
            ? $"{naming.Of(entry.Path)} takes nothing more. {Names.Capital(entry.Summary)}."
            : $"{naming.Of(entry.Path)} does not take \u201C{Short(option)}\u201D. It takes {string.Join(", ", entry.Typed.Select(known => $"{known.Name}:"))}.";

    public static string NotADate(string text) => $"\u201C{Short(text)}\u201D is no date I can read. Write 2025-09-25, 2025-09 or 2025.";

    /// <summary>Where dates are read as in questions.</summary>
    public static string NotADateInWords(string text) =>
        $"\u201C{Short(text)}\u201D is no date I can read. Write 2025-09-25, September 2025, 2025, last week or 2025-08/2025-09.";

    public static string NoSuchKind(string word) => $"There is no kind of fact called \u201C{Short(word)}\u201D.";

    public static readonly string Kinds =
        $"There are {Names.Join(Enum.GetValues<FactKind>().Select(KindWords.Many))}. Or ask in plain words.";

    public static string NoSuchHelp(string about) => $"There is no command called \u201C{Short(about)}\u201D.";

    public static string NoSuchSource(string words) => $"No source of this story has \u201C{Short(words)}\u201D in its name or publisher.";

    /// <summary>Of a timeline that marks what is new.</summary>
    public static string MarkedNew(DateOnly since) => $"New: what happened or was said on {DateWords.Day(since)} or later.";

    public static string AllNew(DateOnly since) => $"All of it happened or was said on {DateWords.Day(since)} or later.";

    public static string NothingNew(DateOnly since) => $"None of it happened or was said on {DateWords.Day(since)} or later.";

    public static string NoSuchWord(string word, IReadOnlyList<string> words) =>
        $"\u201C{Short(word)}\u201D is none of {string.Join(", ", words)}.";

    /// <summary>Where no platform told what somebody may do.</summary>
    public const string OfModerators = "That is for moderators, and it is not known here who moderates, so nothing is done.";

    public const string ChangedInCommunities = "Facts are changed in a server or workspace that added me. There this command works.";

    public const string NoFactThere = "Facts are reported in a server or workspace that added me. There this command works.";

    public static string DidYouMean(IReadOnlyList<ReplyAction> options) =>
        $"Did you mean {string.Join(" or ", options.Select(option => option.Label))}?";

    public static string More(int count, string? command) =>
        command is null ? $"{count} more: ask about one of them." : $"{count} more: see {command}.";

    public static string NoSuchStory(string slug) => $"There is no story called \u201C{Short(slug)}\u201D here.";

    public static string NoSuchName(string name) => $"Nobody called \u201C{Short(name)}\u201D is in this story.";

    public static string KeptSince(DateTimeOffset since) =>
        $"Dateline has kept this story since {DateWords.Day(DateOnly.FromDateTime(since.UtcDateTime))}.";

    public const string NoCommunity =
        "From the reviewed facts that all share; what a server or workspace adds of its own is given only there.";

    public static string Closed(DateOnly on) => $"The story was closed on {DateWords.Day(on)}: nothing more is expected.";

    /// <summary>What somebody typed, as far as it can be said back.</summary>
    public static string Short(string text)
    {
        var plain = new string([.. text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '/' or '.')]);
        return plain.Length <= 40 ? plain : plain[..40] + "\u2026";
    }
}
