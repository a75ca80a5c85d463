using System.Text;

namespace Bot.Benchmarks.Quality;

/// <summary>How often the right sentence is found, whether or not the bot then answered.</summary>
internal sealed record Finding(int Questions, double Strict, double Lenient, double Three, double Reciprocal)
{
    public static Finding Of(IEnumerable<Answered> answers)
    {
        var answerable = answers.Where(answer => answer.Asked.Gold is not null).ToList();
        return new Finding(
            answerable.Count,
            answerable.Average(answer => answer.Place is 1 ? 1.0 : 0),
            answerable.Average(answer => IsLenient(answer) ? 1.0 : 0),
            answerable.Average(answer => answer.Place is <= 3 ? 1.0 : 0),
            answerable.Average(answer => answer.Place is { } place ? 1.0 / place : 0)
        );
    }

    /// <summary>The top sentence holds a gold answer as words, wherever it stands.</summary>
    private static bool IsLenient(Answered answer)
    {
        if (answer.Passages is not [var top, ..])
        {
            return false;
        }

        var text = Plain(top.Text);
        return answer.Asked.Gold!.Answers.Any(gold => text.Contains(Plain(gold), StringComparison.Ordinal));
    }

    /// <summary>Lower case, one space for every run of other than letters and digits, and one at either end.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ");
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(c);
            }
            else if (plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }
}
