using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Knowledge.Stories;

namespace Bot.Knowledge.Exports;

/// <summary>Reads an export over the base that its facts lie on, so that the rules of the story format hold for both.</summary>
internal sealed class ExportReader(Folder folder, List<Problem> problems)
{
    /// <summary>Null after saying what is wrong.</summary>
    public CommunityExport? Read(Func<StorySlug, FactBook?> bookOf, DateOnly today, IReadOnlySet<string> abbreviations)
    {
        var draft = StoryFolder.Overlay(folder, CommunityFile.Name);
        var file = CommunityFile.Read(folder, problems);
        if (file is null || Book(file, bookOf, abbreviations) is not { } book)
        {
            problems.AddRange(draft.Problems);
            return null;
        }

        var export = Said(file, book, draft);
        var amended = book.Amend(draft with { Names = file.Names }, today, abbreviations);
        problems.AddRange(amended is AmendResult.Refused refused ? refused.Problems : []);
        return amended is AmendResult.Built { Amendment: var own }
            ? export with
            {
                Cast = own.Cast,
                Facts = own.Facts,
                Names = own.Names,
            }
            : export;
    }

    /// <summary>What the facts lie over: the base of that name, or nothing yet of a story that the community started.</summary>
    private FactBook? Book(CommunityDraft file, Func<StorySlug, FactBook?> bookOf, IReadOnlySet<string> abbreviations)
    {
        if (Filled(file.Format, file.At, "format", $"write {CommunityFile.Format}") is { } format && format != CommunityFile.Format)
        {
            problems.Add(
                new Problem(
                    file.Format!.At,
                    $"The export has format '{format}' and this program reads {CommunityFile.Format}: use the program that wrote it, or a newer one."
                )
            );
        }

        if (file.BaseEdition is null)
        {
            return Started(file, abbreviations);
        }

        foreach (var own in new[] { file.Title, file.Language, file.TimeZone }.OfType<Text>())
        {
            problems.Add(
                new Problem(
                    own.At,
                    "The base of a story says this: take it out, or take out `base-edition` if the community started the story."
                )
            );
        }

        if (Filled(file.Story, file.At, "story", "write the name of the story that the facts belong to") is not { } name)
        {
            return null;
        }

        var book = StorySlug.TryParse(name) is { } slug ? bookOf(slug) : null;
        if (book is null)
        {
            problems.Add(
                new Problem(
                    file.Story!.At,
                    $"There is no story '{name}' here for the facts to lie over: bring its folders first, or correct the name."
                )
            );
        }

        return book;
    }

    private FactBook? Started(CommunityDraft file, IReadOnlySet<string> abbreviations)
    {
        var draft = new StoryDraft
        {
            At = file.At,
            Slug = file.Story,
            Title = file.Title,
            Language = file.Language,
            TimeZone = file.TimeZone,
        };
        switch (FactBook.Build(draft, abbreviations))
        {
            case BuildResult.Built built:
                return built.Book;
            case BuildResult.Refused refused:
                problems.AddRange(refused.Problems);
                break;
        }

        return null;
    }

    private CommunityExport Said(CommunityDraft file, FactBook book, StoryDraft draft)
    {
        var own = draft.Facts.Select(fact => fact.Id?.Value.Trim()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new CommunityExport
        {
            Community = new CommunityId(Filled(file.Community, file.At, "community", "write whose it is, as in discord:1234567890") ?? ""),
            Story = book.Story.Slug,
            Under = file.BaseEdition is { } edition
                ? new ExportedStory.Base(Number(edition))
                : new ExportedStory.Own(book.Story.Title, book.Story.Language, book.Story.TimeZone),
            Closed = file.Closed is { } closed ? Day(closed) : null,
            Held =
            [
                .. file.Held.Select(held => new HeldFact(Fact("fact", held.Fact, held.At, book, own), held.Reason?.Value.Trim() ?? "")),
            ],
            Withdrawn = [.. file.Withdrawn.Select(fact => Fact("withdrawn", fact, fact.At, book, []))],
        };
    }

    private FactId Fact(string key, Text? text, Place at, FactBook book, HashSet<string> own)
    {
        var id = new FactId(Filled(text, at, key, "write the id of a fact") ?? "");
        if (own.Contains(id.Value) || text is null or { Refused: true } || id.Value.Length == 0)
        {
            return id;
        }

        if (book.Find(id) is { } fact)
        {
            return fact.Id;
        }

        problems.Add(
            new Problem(
                text.At,
                $"`{key}` names the fact '{id}', which is neither in this export nor in the story: correct it, or take it out."
            )
        );
        return id;
    }

    private int Number(Text text)
    {
        if (!int.TryParse(text.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !text.Refused)
        {
            problems.Add(
                new Problem(text.At, "`base-edition` is the number of the edition that the facts were laid over: write a whole number.")
            );
        }

        return number;
    }

    private DateOnly? Day(Text text)
    {
        var day = PartialDate.TryParse(text.Value.Trim());
        if (day is not { Day: not null } && !text.Refused)
        {
            problems.Add(new Problem(text.At, $"`closed` is '{text.Value.Trim()}', which is no real day: write it as 2025-09-25."));
        }

        return day?.First;
    }

    private string? Filled(Text? text, Place at, string key, string remedy)
    {
        if (text is { Refused: true })
        {
            return null;
        }

        var value = text?.Value.Trim() ?? "";
        if (value.Length == 0)
        {
            problems.Add(new Problem(text?.At ?? at, $"{(text is null ? $"There is no `{key}`" : $"`{key}` is empty")}: {remedy}."));
        }

        return value.Length == 0 ? null : value;
    }
}
