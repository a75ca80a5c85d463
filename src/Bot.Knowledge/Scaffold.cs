using System.Globalization;
using Bot.Core.Facts;

namespace Bot.Knowledge;

/// <summary>The files of a new story, or why there are none. Closed.</summary>
public abstract record ScaffoldResult
{
    private ScaffoldResult() { }

    /// <param name="Files">As a user would type them, in the order to fill them in.</param>
    public sealed record Written(IReadOnlyList<string> Files) : ScaffoldResult;

    public sealed record Refused(string Sentence) : ScaffoldResult;
}

/// <summary>Writes a small story that is valid at once, with comments that say what to change.</summary>
public static class Scaffold
{
    /// <summary>Writes the story's two folders. Nothing that exists is touched.</summary>
    /// <param name="today">The day its first edition is dated.</param>
    /// <returns><see cref="ScaffoldResult.Refused"/> for a bad slug, a folder that exists, or one that cannot be written.</returns>
    public static ScaffoldResult Write(string slug, string seedsDirectory, string knowledgeDirectory, DateOnly today)
    {
        if (StorySlug.TryParse(slug) is null)
        {
            var proposal = Slug.From(slug) is { } better ? $" '{better}' would do." : "";
            return new ScaffoldResult.Refused($"'{slug}' cannot name a story: use lower-case letters, digits and hyphens.{proposal}");
        }

        if (slug == "lexicon")
        {
            return new ScaffoldResult.Refused("'lexicon' cannot name a story: that folder holds the words all stories share.");
        }

        var (seeds, knowledge) = (Path.Combine(seedsDirectory, slug), Path.Combine(knowledgeDirectory, slug));
        if (Array.Find([seeds, knowledge], path => Path.Exists(path)) is { } taken)
        {
            return new ScaffoldResult.Refused($"{taken} exists already: choose another name, or take that away first.");
        }

        (string File, string Text)[] files =
        [
            (Path.Combine(seeds, "first-document.md"), Document(slug)),
            (Path.Combine(knowledge, "story.yaml"), Story(slug, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            (Path.Combine(knowledge, "sources.yaml"), Sources(slug)),
            (Path.Combine(knowledge, "entities.yaml"), Entities),
            (Path.Combine(knowledge, "facts.yaml"), Facts(slug)),
        ];
        try
        {
            Directory.CreateDirectory(seeds);
            Directory.CreateDirectory(knowledge);
            foreach (var (file, text) in files)
            {
                File.WriteAllText(file, text.ReplaceLineEndings("\n"));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ScaffoldResult.Refused($"The story cannot be written: {failure.Message}");
        }

        return new ScaffoldResult.Written([.. files.Select(file => file.File)]);
    }

    private static string Document(string slug) =>
        $"""
            ---
            # What is not known is left out. publisher, author, published (2025-05-02), url, origin, language and retrieved may be added.
            id: {slug}-document
            form: notes
            title: Notes on a town newspaper's report
            ---
            ## Paragraph 1

            Paragraph 1 says, citing the town council, that the Old Bridge is closed to cars.
            Paragraph 1 itself adds that the council gave no date for the end of the closure.

            """;

    private static string Story(string slug, string today) =>
        $"""
            # The story itself. Replace the example in all five files, then run `check`, with the options that this was made with
            slug: {slug}                # the name of its folders; stays as it is
            title: The Old Bridge closes
            summary: One or two sentences that say what the story is about.
            language: en
            time-zone: UTC              # an IANA name such as Europe/London; UTC where the place is unknown
            edition: 1                  # raise it with each change of the facts, and add a note that says why
            edition-notes:              # each with the day it was written, not that of the document
              - edition: 1
                date: {today}
                note: First edition.
            # What people will ask and the documents do not give, so that the answer says exactly that.
            absent:
              - id: cost
                asked: [how much will it cost, price of the repair]
                says: The source gives no cost.
                nearest: [bridge-closed]

            """;

    private static string Sources(string slug) =>
        $"""
            # Who carries the facts. Sources with the same origin (one investigation, one statement) count once.
            - id: newspaper
              title: A town newspaper's report on the bridge
              short: a newspaper report       # how a sentence names it
              origin: town-newspaper
              seed: {slug}-document           # the document in which we have it
            - id: council-notice
              title: The council's notice
              short: the council's notice
              origin: town-council
              cited-by: newspaper             # known only through that source, so never listed as read

            """;

    private const string Entities = """
        # Who and what the facts name, with every name people use. A name may stand on one entity only.
        - id: council
          kind: organisation                  # person | organisation | place | product | group
          name: the Town Council
          role: runs the town
          aliases: [council, town hall]
        - id: old-bridge
          kind: place
          name: the Old Bridge
          aliases: [old bridge, bridge]

        """;

    private static string Facts(string slug) =>
        $"""
            # One statement each: who says it, how it stands, and the very sentence it rests on. docs/story-format.md lists every key and says what each word means.
            - id: bridge-closed               # never renamed; use formerly: [old-id]
              kind: suspension                # act suspension exemption limit finding claim account response non-answer figure background assessment outlook
              actor: council
              action: closed
              object: the Old Bridge to cars
              speaker: council                # who says so: an entity, or a source in its own words
              status: own-account             # own-account reported alleged stated estimate confirmed
              says: The Town Council closed the Old Bridge to cars.
              asked: [is the bridge shut, can I drive over the bridge]
              about: [old-bridge]
              sources: [newspaper, council-notice]
              rests-on:                       # copied from the document exactly, and found there once
                - seed: {slug}-document
                  sentence: Paragraph 1 says, citing the town council, that the Old Bridge is closed to cars.
            - id: no-end-date
              kind: non-answer
              actor: council
              action: gave no date for
              object: the end of the closure
              speaker: newspaper              # it reports that the council gave none; the council is the actor
              status: reported
              says: The council gave no date for the end of the closure.
              about: [old-bridge]
              sources: [newspaper]
              links:
                limits: [bridge-closed]
              rests-on:
                - seed: {slug}-document
                  sentence: Paragraph 1 itself adds that the council gave no date for the end of the closure.

            """;
}
