using Bot.Core.Facts;

namespace Bot.Knowledge.Tests;

/// <summary>A valid story in memory: two facts, an account and its other side, two origins.</summary>
internal static class SmallStory
{
    public const string Closed = "The council says that the bridge is closed.";
    public const string Safe = "The council calls the bridge \"a danger to all\".";
    public const string Sound = "The engineer calls it sound.";
    public const string Three = "The repair takes three years.";

    private static readonly HashSet<string> NoAbbreviations = [];
    private static int line;

    public static StoryDraft Draft =>
        new()
        {
            At = Here(),
            Slug = T("bridge"),
            Title = T("The bridge closes"),
            Language = T("en"),
            TimeZone = T("Europe/London"),
            Edition = T("1"),
            EditionNotes =
            [
                new EditionNoteDraft(Here())
                {
                    Edition = T("1"),
                    Date = T("2025-05-03"),
                    Note = T("First edition."),
                },
            ],
            Seeds =
            [
                new SeedDraft(Here())
                {
                    Id = T("notes"),
                    Form = T("notes"),
                    Title = T("Notes"),
                    Body = $"# The bridge\n\n{Closed} {Safe} {Sound}\n\n{Three} It is old. It is old.\n",
                },
            ],
            Sources =
            [
                new SourceDraft(Here())
                {
                    Id = T("report"),
                    Title = T("A report"),
                    Short = T("a report"),
                    Origin = T("paper"),
                    Seed = T("notes"),
                },
                new SourceDraft(Here())
                {
                    Id = T("notice"),
                    Title = T("A notice"),
                    Short = T("the notice"),
                    Origin = T("council"),
                    CitedBy = T("report"),
                },
                new SourceDraft(Here())
                {
                    Id = T("reprint"),
                    Title = T("A reprint"),
                    Short = T("a reprint"),
                    Origin = T("paper"),
                },
            ],
            Entities =
            [
                new EntityDraft(Here())
                {
                    Id = T("council"),
                    Kind = T("organisation"),
                    Name = T("the Council"),
                    Aliases = [T("town hall")],
                },
                new EntityDraft(Here())
                {
                    Id = T("engineer"),
                    Kind = T("person"),
                    Name = T("the engineer"),
                    Aliases = [T("expert")],
                },
            ],
            Facts =
            [
                Fact("bridge-closed", "suspension", "council", "own-account", Closed),
                Fact("repair-time", "figure", "council", "estimate", Three) with
                {
                    Figure = new FigureDraft(Here()) { Value = T("3"), Unit = T("years") },
                },
                Fact("council-says-danger", "account", "council", "stated", Safe) with
                {
                    Links = [Link("pairs-with", "engineer-says-sound")],
                },
                Fact("engineer-says-sound", "account", "engineer", "stated", Sound) with
                {
                    Links = [Link("pairs-with", "council-says-danger")],
                },
            ],
        };

    public static Text T(string value) => new(value, Here());

    public static LinkDraft Link(string kind, params string[] to) => new(T(kind), [.. to.Select(T)]);

    public static EvidenceDraft Evidence(string sentence, string seed = "notes") => new(Here()) { Seed = T(seed), Sentence = T(sentence) };

    public static FactDraft Fact(string id, string kind, string speaker, string status, string sentence) =>
        new(Here())
        {
            Id = T(id),
            Kind = T(kind),
            Speaker = [T(speaker)],
            Status = T(status),
            Says = T(sentence),
            Sources = [T("report")],
            RestsOn = [Evidence(sentence)],
        };

    /// <summary>The story with its first fact changed.</summary>
    public static StoryDraft First(Func<FactDraft, FactDraft> change) => Changed(0, change);

    public static StoryDraft Changed(int number, Func<FactDraft, FactDraft> change)
    {
        var draft = Draft;
        return draft with { Facts = [.. draft.Facts.Select((fact, i) => i == number ? change(fact) : fact)] };
    }

    public static StoryDraft Plus(params FactDraft[] facts)
    {
        var draft = Draft;
        return draft with { Facts = [.. draft.Facts, .. facts] };
    }

    public static FactBook Book(this StoryDraft draft) =>
        FactBook.Build(draft, NoAbbreviations) switch
        {
            BuildResult.Built built => built.Book,
            BuildResult.Refused refused => throw new ShouldAssertException(string.Join('\n', refused.Problems)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The one problem that the draft has.</summary>
    public static string Problem(this StoryDraft draft) => draft.Sentences().ShouldHaveSingleItem();

    /// <summary>All problems that it has.</summary>
    public static IReadOnlyList<string> Sentences(this StoryDraft draft) =>
        [.. FactBook.Build(draft, NoAbbreviations).ShouldBeOfType<BuildResult.Refused>().Problems.Select(problem => problem.Sentence)];

    private static Place Here() => new("draft", Interlocked.Increment(ref line), 1);
}
