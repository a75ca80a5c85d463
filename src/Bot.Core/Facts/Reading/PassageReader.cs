namespace Bot.Core.Facts.Reading;

/// <summary>
/// Cuts a document into sentences: headings apart, list items joined to their lead-in, abbreviations, initials, decimals, quotations and
/// footnote marks survived.
/// </summary>
public static class PassageReader
{
    /// <param name="abbreviations">Words that end in a full stop without ending a sentence, lower case, without the last stop.</param>
    public static IReadOnlyList<Passage> Read(SeedId seed, string text, IReadOnlySet<string> abbreviations)
    {
        var passages = new List<Passage>();
        string? heading = null;
        string? leadIn = null;
        var paragraph = 0;
        foreach (var block in BlockReader.Blocks(text))
        {
            if (block.Kind == BlockKind.Heading)
            {
                heading = text[block.Start..block.End].Trim('#', ' ', '*', '_');
                leadIn = null;
                continue;
            }

            leadIn = block.Kind == BlockKind.Item ? leadIn : null;
            foreach (var (start, end) in SentenceReader.Sentences(text, block.Start, block.End, abbreviations))
            {
                passages.Add(
                    new Passage
                    {
                        Seed = seed,
                        Number = passages.Count,
                        Start = start,
                        End = end,
                        Text = text[start..end],
                        Paragraph = paragraph,
                        Heading = heading,
                        LeadIn = leadIn,
                    }
                );
            }

            if (block.Kind == BlockKind.Prose && passages.Count > 0 && passages[^1].Text.EndsWith(':'))
            {
                leadIn = passages[^1].Text;
            }

            paragraph++;
        }

        return passages;
    }
}
