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
        if (
            quote is not null
            && sentences.Count > 0
            && sentences.TrueForAll(sentence => !sentence.Refused && !sentence.Value.Contains(quote, StringComparison.Ordinal))
        )
        {
            findings.Add(
                draft.Quote!.At,
                $"The quote {Findings.Show(quote)} stands in no sentence this fact rests on: copy it byte for byte, marks and accents too."
            );
        }

        return quote;
    }
}
