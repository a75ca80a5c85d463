using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>Parts the question into words; contractions typed without their apostrophe are undone.</summary>
internal static class ReadWords
{
    /// <summary>What "over" means at the end of "is the strike over".</summary>
    private const string Ended = "ended";

    private static readonly Dictionary<string, string[]> Contractions = new(StringComparer.Ordinal)
    {
        ["whats"] = ["what", "is"],
        ["whos"] = ["who", "is"],
        ["wheres"] = ["where", "is"],
        ["whens"] = ["when", "is"],
        ["hows"] = ["how", "is"],
        ["whys"] = ["why", "is"],
        ["thats"] = ["that", "is"],
        ["theres"] = ["there", "is"],
        ["didnt"] = ["did", "not"],
        ["dont"] = ["do", "not"],
        ["doesnt"] = ["does", "not"],
        ["isnt"] = ["is", "not"],
        ["arent"] = ["are", "not"],
        ["wasnt"] = ["was", "not"],
        ["werent"] = ["were", "not"],
        ["hasnt"] = ["has", "not"],
        ["havent"] = ["have", "not"],
        ["cant"] = ["can", "not"],
        ["wont"] = ["will", "not"],
        ["wouldnt"] = ["would", "not"],
        ["couldnt"] = ["could", "not"],
        ["shouldnt"] = ["should", "not"],
        ["tldr"] = ["tldr"],
        ["wat"] = ["what"],
        ["wut"] = ["what"],
        ["y"] = ["why"],
        ["u"] = ["you"],
        ["r"] = ["are"],
        ["ppl"] = ["people"],
        ["govt"] = ["government"],
        ["w"] = ["with"],
        ["abt"] = ["about"],
        ["bc"] = ["because"],
        ["cuz"] = ["because"],
        ["coz"] = ["because"],
        ["b4"] = ["before"],
        ["rn"] = ["right", "now"],
        ["ur"] = ["your"],
        ["gov"] = ["government"],
        ["thru"] = ["through"],
        ["smth"] = ["something"],
        ["sth"] = ["something"],
        ["msg"] = ["message"],
        ["subs"] = ["subscriptions"],
        ["pics"] = ["pictures"],
        ["vids"] = ["videos"],
        ["docs"] = ["documents"],
        ["mins"] = ["minutes"],
        ["hrs"] = ["hours"],
        ["yr"] = ["year"],
        ["yrs"] = ["years"],
        ["wks"] = ["weeks"],
        ["til"] = ["until"],
        ["till"] = ["until"],
        ["gonna"] = ["going", "to"],
        ["wanna"] = ["want", "to"],
        ["gotta"] = ["have", "to"],
        ["pls"] = ["please"],
        ["plz"] = ["please"],
        ["tho"] = ["though"],
        ["info"] = ["information"],
        ["org"] = ["organisation"],
        ["orgs"] = ["organisations"],
        ["dept"] = ["department"],
        ["depts"] = ["departments"],
        ["convo"] = ["conversation"],
        ["convos"] = ["conversations"],
        ["biz"] = ["business"],
        ["corp"] = ["corporation"],
        ["prez"] = ["president"],
        ["stmt"] = ["statement"],
        ["acct"] = ["account"],
        ["accts"] = ["accounts"],
        ["mgmt"] = ["management"],
        ["infra"] = ["infrastructure"],
        ["intl"] = ["international"],
        ["natl"] = ["national"],
        ["approx"] = ["about"],
        ["wknd"] = ["weekend"],
        ["oct"] = ["october"],
        ["nov"] = ["november"],
        ["dec"] = ["december"],
        ["feb"] = ["february"],
        ["aug"] = ["august"],
        ["sept"] = ["september"],
    };

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> Written = Contractions.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static Question Apply(Question question, Context context)
    {
        var split = Split(question.Text);
        var (words, terms) = (new Word[split.Count], context.Index.Terms);
        for (var at = 0; at < words.Length; at++)
        {
            var (normal, start) = split[at];
            var term = terms.Find(normal);
            words[at] = new Word(normal, term, term >= 0 && terms.IsStop(term), char.IsUpper(question.Text[start]), start);
        }

        return question with
        {
            Words = words,
        };
    }

    /// <summary>The words of a text in their normal form, and where each begins.</summary>
    public static List<(string Normal, int Start)> Split(string text)
    {
        var words = new List<(string, int)>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        while (reader.Next())
        {
            if (Written.TryGetValue(reader.Word, out var parts))
            {
                foreach (var part in parts)
                {
                    words.Add((part, reader.Start));
                }
            }
            else
            {
                words.Add((reader.Word.ToString(), reader.Start));
            }
        }

        JoinParticles(words);
        ReadOverAsEnded(words);
        return words;
    }

    /// <summary>"Is the strike over" asks whether it ended; "is it going over" does not.</summary>
    private static void ReadOverAsEnded(List<(string Normal, int Start)> words)
    {
        if (
            words is [{ Normal: "is" or "are" or "was" or "were" }, _, .., { Normal: var before }, { Normal: "over" } over]
            && !before.EndsWith("ing", StringComparison.Ordinal)
        )
        {
            words[^1] = over with { Normal = Ended };
        }
    }

    /// <summary>"Switched it off" is read as "switched off it", so that a verb and its particle stand together.</summary>
    private static void JoinParticles(List<(string Normal, int Start)> words)
    {
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (
                words[at].Normal is "it" or "them" or "him" or "her" or "this" or "that" or "these" or "those"
                && IsParticle(words[at + 1].Normal)
            )
            {
                (words[at], words[at + 1]) = (words[at + 1], words[at]);
            }
        }
    }

    private static bool IsParticle(string word) => word is "off" or "on" or "down" or "out" or "up" or "back" or "away";
}
