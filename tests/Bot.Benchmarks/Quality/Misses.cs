namespace Bot.Benchmarks.Quality;

/// <summary>Shows what went wrong, for whoever tunes: to the screen only, since the texts are not ours.</summary>
internal static class Misses
{
    public static void Show(Scorecard card, int most, TextWriter screen)
    {
        foreach (var (name, answers) in card.Runs)
        {
            Show($"{name}: another sentence stands first", answers.Where(IsMisplaced), most, screen);
            Show(
                $"{name}: refused, though the text says it",
                answers.Where(answer => answer is { Asked.Gold: not null, Said: false }),
                most,
                screen
            );
            foreach (var tier in new[] { Tier.Near, Tier.Sibling, Tier.Far, Tier.Removed })
            {
                var wrong = answers.Where(answer => answer.Asked.Tier == tier && answer.Said);
                Show($"{name}: answered, though the text does not say it ({tier})", wrong, most, screen);
            }
        }
    }

    private static bool IsMisplaced(Answered answer) => answer.Asked.Gold is not null && answer.Place is not 1;

    private static void Show(string heading, IEnumerable<Answered> misses, int most, TextWriter screen)
    {
        var all = misses.ToList();
        if (all.Count == 0)
        {
            return;
        }

        screen.WriteLine();
        screen.WriteLine($"{heading}: {all.Count}");
        foreach (var miss in all.Take(most))
        {
            screen.WriteLine(
                $"  Q     {miss.Asked.Q}  [{miss.Document.Id}, confidence {miss.Confidence:0.000}, right at {miss.Place?.ToString() ?? "none"}]"
            );
            if (miss.Asked.Gold is { } gold)
            {
                screen.WriteLine($"  gold  {string.Join(" / ", gold.Answers.Distinct())}: {Around(miss.Document.Text, gold.Spans)}");
            }

            screen.WriteLine($"  got   {(miss.Passages is [var top, ..] ? top.Text : "nothing")}");
        }
    }

    /// <summary>The text around the first stretch that is right.</summary>
    private static string Around(string text, IReadOnlyList<(int Start, int End)> spans)
    {
        if (spans is not [var (start, end), ..])
        {
            return "";
        }

        var (from, to) = (Math.Max(0, start - 100), Math.Min(text.Length, Math.Max(end, start + 100)));
        return $"…{text[from..to].ReplaceLineEndings(" ")}…";
    }
}
