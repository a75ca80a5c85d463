namespace Bot.Core.Facts;

/// <summary>Reads what is said of the story itself: name, language, zone, editions, card, absent answers.</summary>
internal sealed class StoryRules(StoryDraft draft, DraftIds ids, Findings findings)
{
    private const int MostCardLines = 5;
    private readonly Item story = Item.Of("story", draft.Slug, draft.At);

    public Story Read()
    {
        var edition = Edition();
        var notes = draft.EditionNotes.Select(Note).OfType<EditionNote>().ToList();
        EveryEditionHasOneNote(edition, notes);
        return new Story
        {
            Slug = new StorySlug(Slug() ?? ""),
            Title = findings.Required(story, "title", draft.Title, "write a short headline") ?? "",
            Summary = findings.Optional("summary", draft.Summary),
            Language = Required("language", draft.Language, "write en, ar, he and the like", findings.Language) ?? "",
            TimeZone = Required("time-zone", draft.TimeZone, "write an IANA name such as Europe/London", Zone) ?? "",
            Edition = edition ?? 0,
            EditionNotes = notes,
            IsDefault = findings.YesOrNo("default", draft.Default),
            Closed = findings.Day("closed", draft.Closed),
            Card = Card(),
            Absent = Absent(),
        };
    }

    private string? Slug()
    {
        var slug = findings.Required(story, "slug", draft.Slug, "write the name of its folder");
        if (slug is not null && !IdRules.IsId(slug))
        {
            findings.Add(draft.Slug!.At, $"`slug` is {Findings.Show(slug)}: use lower-case letters, digits and hyphens.");
        }

        return slug;
    }

    private T? Required<T>(string key, Text? text, string remedy, Func<string, Text?, T?> read)
    {
        if (text is null)
        {
            findings.Add(story.At, $"{story.Start} has no `{key}`: {remedy}.");
        }

        return read(key, text);
    }

    private string? Zone(string key, Text? text)
    {
        if (findings.Optional(key, text) is not { } name)
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
        {
            return name;
        }

        var known = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id);
        findings.Add(
            text!.At,
            $"`{key}` is {Findings.Show(name)}, which is no IANA time zone.{NearMiss.Question(name, known)} Write a name such as Europe/London."
        );
        return null;
    }

    /// <summary>Null for an edition with a mistake; 0 only for a story that has no facts yet.</summary>
    private int? Edition()
    {
        var empty = draft.Facts.Count == 0 && !draft.Unread.HasFlag(DraftParts.Facts);
        if (draft.Edition is null && !empty)
        {
            findings.Add(story.At, $"{story.Start} has no `edition`: begin with 1, and raise it with each change of the facts.");
        }

        return draft.Edition is null ? (empty ? 0 : null) : findings.WholeNumber("edition", draft.Edition, least: empty ? 0 : 1);
    }

    private EditionNote? Note(EditionNoteDraft note)
    {
        var item = Item.Of("edition note", null, note.At);
        var edition = Required(
            "edition",
            note.Edition,
            "write the number it is about",
            (key, text) => findings.WholeNumber(key, text, least: 1)
        );
        var date = Required("date", note.Date, "write the day of the edition, as 2025-05-03", findings.Day);
        var words = findings.Required(item, "note", note.Note, "say what changed and why");
        return edition is null || date is null || words is null ? null : new EditionNote(edition.Value, date.Value, words);

        T? Required<T>(string key, Text? text, string remedy, Func<string, Text?, T?> read)
        {
            if (text is null)
            {
                findings.Add(item.At, $"{item.Start} has no `{key}`: {remedy}.");
            }

            return read(key, text);
        }
    }

    private void EveryEditionHasOneNote(int? edition, List<EditionNote> notes)
    {
        var whole = notes.Count == draft.EditionNotes.Count;
        if (edition > 0 && whole && notes.All(note => note.Edition != edition))
        {
            findings.Add(
                draft.Edition!.At,
                $"`edition-notes` says nothing of edition {edition}: add a note with its date and what changed."
            );
        }

        foreach (
            var pair in draft.EditionNotes.Where(note => note.Edition is { Refused: false }).GroupBy(note => note.Edition!.Value.Trim())
        )
        {
            foreach (var again in pair.Skip(1))
            {
                findings.Add(again.Edition!.At, $"Edition {pair.Key} has a note already ({pair.First().Edition!.At}): keep one.");
            }
        }
    }

    private List<IReadOnlyList<FactId>> Card()
    {
        if (draft.Card.Count > MostCardLines)
        {
            var sixth = draft.Card[MostCardLines].Count > 0 ? draft.Card[MostCardLines][0].At : story.At;
            findings.Add(
                sixth,
                $"`card` has {draft.Card.Count} lines: {MostCardLines} is the most, so take some out or put facts that belong together on one line."
            );
        }

        return [.. draft.Card.Select(line => FactIds("card", line)).Where(line => line.Count > 0)];
    }

    private List<Absence> Absent()
    {
        var known = new IdTable("absent answer", whole: true, findings);
        var absences = new List<Absence>();
        foreach (var absence in draft.Absent)
        {
            var item = Item.Of("absent answer", absence.Id, absence.At);
            var id = known.Add(item, absence.Id);
            var says = findings.Required(item, "says", absence.Says, "say in one sentence that the sources do not give it");
            var asked = findings.Many("asked", absence.Asked);
            if (absence.Asked.Count == 0)
            {
                findings.Add(item.At, $"{item.Start} has no `asked`: list the ways people ask for it.");
            }

            absences.Add(new Absence(id ?? "", asked, says ?? "", FactIds("nearest", absence.Nearest)));
        }

        return absences;
    }

    private IReadOnlyList<FactId> FactIds(string key, IReadOnlyList<Text> texts) =>
        [.. ids.Facts.FindAll(key, texts).Select(id => new FactId(id))];
}
