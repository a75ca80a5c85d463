namespace Bot.Core.Facts;

/// <summary>Reads what facts rest on: sentences of seeds, and quotes that stand in them.</summary>
internal sealed class EvidenceRules(DraftIds ids, Findings findings, SeedRules seeds)
{
    public IReadOnlyList<Evidence> RestsOn(FactDraft draft, Item item)
    {
        if (draft.RestsOn.Count == 0)
        {
            findings.Add(item.At, $"{item.Start} has no `rests-on`: name a seed and copy the sentence of it that says so.");
        }

        var evidence = new List<Evidence>();
        foreach (var part in draft.RestsOn)
        {
            var entry = new Item(part.At, "this entry of `rests-on`");
            var seed = findings.Required(entry, "seed", part.Seed, "name the seed that holds the sentence") is null
                ? null
                : ids.Seeds.Find("seed", part.Seed);
            var sentence = findings.Required(entry, "sentence", part.Sentence, "copy the sentence exactly as it stands in the seed");
            if (seed is not null && sentence is not null && seeds.Find(seed, sentence, part.Sentence!.At) is { } found)
            {
                evidence.Add(found);
            }
        }

        return evidence;
    }

    public string? Quote(FactDraft draft)
    {
        var quote = findings.Optional("quote", draft.Quote);
        var sentences = draft.RestsOn.Select(part => part.Sentence).OfType<Text>().ToList();
        if (quote is null || sentences.Count == 0 || sentences.Exists(sentence => sentence.Refused || HoldsWords(sentence.Value, quote)))
        {
            return quote;
        }

        findings.Add(
            draft.Quote!.At,
            sentences.Exists(sentence => sentence.Value.Contains(quote, StringComparison.Ordinal))
                ? $"The quote {Findings.Show(quote)} begins or ends within a word there: copy whole words."
                : $"The quote {Findings.Show(quote)} stands in no sentence this fact rests on: copy it byte for byte, marks and accents too.{Nearest(sentences, quote)}"
        );
        return quote;
    }

    private static bool HoldsWords(string sentence, string quote)
    {
        for (var at = sentence.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = Next(at))
        {
            if (IsBetweenWords(sentence, at) && IsBetweenWords(sentence, at + quote.Length))
            {
                return true;
            }
        }

        return false;

        int Next(int at) => at + 1 < sentence.Length ? sentence.IndexOf(quote, at + 1, StringComparison.Ordinal) : -1;
    }

    private static bool IsBetweenWords(string text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    /// <summary>Where only capitals, marks or spaces differ, how it stands in the sentence.</summary>
    private static string Nearest(IEnumerable<Text> sentences, string quote)
    {
        var wanted = string.Concat(quote.Where(char.IsLetterOrDigit));
        foreach (var sentence in sentences.Select(sentence => sentence.Value))
        {
            var letters = Enumerable.Range(0, sentence.Length).Where(i => char.IsLetterOrDigit(sentence[i])).ToList();
            var at = string.Concat(letters.Select(i => sentence[i])).IndexOf(wanted, StringComparison.OrdinalIgnoreCase);
            if (wanted.Length > 0 && at >= 0)
            {
                return $" It reads {Findings.Show(sentence[letters[at]..(letters[at + wanted.Length - 1] + 1)])} there.";
            }
        }

        return "";
    }
}
