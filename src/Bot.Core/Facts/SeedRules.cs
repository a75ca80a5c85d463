using Bot.Core.Facts.Reading;

namespace Bot.Core.Facts;

/// <summary>Reads the seeds of a draft, and finds the sentences that facts rest on in them.</summary>
internal sealed class SeedRules(Findings findings, IReadOnlySet<string> abbreviations, FactBook? below = null)
{
    // Kept apart from the finished seeds: a seed with a mistake elsewhere still holds its sentences.
    private readonly Dictionary<string, (string Text, IReadOnlyList<Passage> Passages)> texts = new(StringComparer.Ordinal);

    public IReadOnlyList<Seed> Read(IReadOnlyList<SeedDraft> drafts) => [.. drafts.Select(Read)];

    /// <summary>Finds a sentence that must stand in its seed exactly once; null after saying why it does not.</summary>
    public Evidence? Find(string seed, string sentence, Place at)
    {
        if (!texts.TryGetValue(seed, out var held))
        {
            if (below?.Seeds.FirstOrDefault(known => known.Id.Value == seed) is not { } known)
            {
                return null;
            }

            held = (known.Text, known.Passages);
        }

        var start = held.Text.IndexOf(sentence, StringComparison.Ordinal);
        var times = Times(held.Text, sentence, start);
        if (times == 0)
        {
            if (PlainMarks(held.Text).IndexOf(PlainMarks(sentence), StringComparison.Ordinal) is >= 0 and var there)
            {
                findings.Add(
                    at,
                    $"The seed '{seed}' holds this with other quotation marks or dashes. It reads there: "
                        + $"{Findings.Show(held.Text.Substring(there, sentence.Length))}. Copy it from there."
                );
                return null;
            }

            findings.Add(
                at,
                $"The seed '{seed}' does not hold this sentence: {Findings.Show(sentence)}.{Nearest(held.Passages, sentence)}"
            );
            return null;
        }

        if (times > 1)
        {
            findings.Add(
                at,
                $"The seed '{seed}' holds this {times} times: {Findings.Show(sentence)}. Copy more of the text around it, so that it is found once."
            );
            return null;
        }

        var passage = held.Passages.FirstOrDefault(passage => passage.Start <= start && start < passage.End);
        if (passage is null)
        {
            findings.Add(
                at,
                $"In the seed '{seed}' this does not begin in a sentence: {Findings.Show(sentence)}. Copy a sentence, not a heading."
            );
            return null;
        }

        var text = held.Text[start..Math.Min(start + sentence.Length, passage.End)];
        return new Evidence(new SeedId(seed), sentence, start, passage with { Text = text, LeadIn = null });
    }

    private Seed Read(SeedDraft draft)
    {
        var item = Item.Of("seed", draft.Id, draft.At);
        var id = draft.Id is { Refused: false } text && text.Value.Trim() is { Length: > 0 } value ? value : null;
        findings.Optional("origin", draft.Origin);
        if (string.IsNullOrWhiteSpace(draft.Body) && draft.Id is not { Refused: true })
        {
            findings.Add(draft.At, $"{item.Start} has no text: put the document, or our notes on it, below its front matter.");
        }

        var passages = id is null ? [] : PassageReader.Read(new SeedId(id), draft.Body, abbreviations);
        if (id is not null)
        {
            texts.TryAdd(id, (draft.Body, passages));
        }

        return new Seed
        {
            Id = new SeedId(id ?? ""),
            Form = findings.RequiredWord<SeedForm>(item, "form", draft.Form) ?? default,
            Title = findings.Required(item, "title", draft.Title, "say what the document is") ?? "",
            Publisher = findings.Optional("publisher", draft.Publisher),
            Author = findings.Optional("author", draft.Author),
            Published = findings.Date("published", draft.Published),
            Url = findings.Address("url", draft.Url),
            Language = findings.Language("language", draft.Language),
            Retrieved = findings.Date("retrieved", draft.Retrieved),
            Text = draft.Body,
            Passages = passages,
        };
    }

    private static int Times(string text, string sentence, int first)
    {
        var times = 0;
        for (var at = first; at >= 0; at = at + 1 < text.Length ? text.IndexOf(sentence, at + 1, StringComparison.Ordinal) : -1)
        {
            times++;
        }

        return times;
    }

    /// <summary>The same text, as long, with the marks that keyboards have.</summary>
    private static string PlainMarks(string text) =>
        string.Create(
            text.Length,
            text,
            static (plain, text) =>
            {
                for (var at = 0; at < plain.Length; at++)
                {
                    plain[at] = text[at] switch
                    {
                        '\u2018' or '\u2019' or '\u02BC' or '`' => '\'',
                        '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => '"',
                        '\u2013' or '\u2014' or '\u2011' => '-',
                        '\u00A0' or '\u202F' => ' ',
                        var other => other,
                    };
                }
            }
        );

    private static string Nearest(IReadOnlyList<Passage> passages, string sentence)
    {
        var wanted = Words(sentence);
        var (best, share) = passages
            .Select(passage => (passage, share: Share(wanted, Words(passage.Text))))
            .OrderByDescending(pair => pair.share)
            .FirstOrDefault();
        return share < 0.6
            ? " Copy a sentence exactly as it stands there."
            : $" The nearest there is {Findings.Show(best.Text)}: copy it exactly, line breaks too.";
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private static double Share(HashSet<string> a, HashSet<string> b) =>
        a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);
}
