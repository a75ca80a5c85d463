namespace Bot.Core.Questions.Words;

/// <summary>
/// The Porter2 stemmer for English by Martin Porter (<see href="https://snowballstem.org/algorithms/english/stemmer.html"/>):
/// <c>suspended</c>, <c>suspends</c> and <c>suspending</c> become <c>suspend</c>. Words come in lower case, without possessive.
/// </summary>
public static class Stemmer
{
    private static readonly (string Suffix, string By)[] Step2 =
    [
        ("ization", "ize"),
        ("ational", "ate"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("iveness", "ive"),
        ("tional", "tion"),
        ("biliti", "ble"),
        ("lessli", "less"),
        ("entli", "ent"),
        ("ation", "ate"),
        ("alism", "al"),
        ("aliti", "al"),
        ("ousli", "ous"),
        ("iviti", "ive"),
        ("fulli", "ful"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("abli", "able"),
        ("izer", "ize"),
        ("ator", "ate"),
        ("alli", "al"),
        ("bli", "ble"),
        ("ogi", "og"),
        ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] Step3 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ative", ""),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ion",
        "al",
        "er",
        "ic",
    ];

    /// <summary>The stem, written into <paramref name="buffer"/>, which has room for the word and one letter more.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (IrregularForms.BySpan.TryGetValue(word, out var irregular))
        {
            return irregular;
        }

        if (word.Length <= 2 || !IsPlainWord(word))
        {
            return word;
        }

        word.CopyTo(buffer);
        var stem = new Letters(buffer, word.Length);
        stem.MarkConsonantY();
        stem.FindRegions();
        Singular(ref stem);
        if (IrregularForms.BySpan.TryGetValue(stem.Text, out var whole) && stem.Text.SequenceEqual(whole))
        {
            return whole;
        }

        Step1(ref stem);
        Replace(ref stem, Step2);
        Replace3(ref stem);
        Remove4(ref stem);
        Last(ref stem);
        stem.Restore();
        return stem.Text;
    }

    public static string Stem(string word)
    {
        Span<char> buffer = stackalloc char[word.Length + 1];
        return Stem(word, buffer).ToString();
    }

    private static bool IsPlainWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
            {
                return false;
            }
        }

        return true;
    }

    private static void Singular(ref Letters stem)
    {
        if (stem.Ends("sses"))
        {
            stem.Length -= 2;
        }
        else if (stem.Ends("ied") || stem.Ends("ies"))
        {
            stem.Length -= stem.Length > 4 ? 2 : 1;
        }
        else if (stem.Ends("s") && !stem.Ends("us") && !stem.Ends("ss") && stem.HasVowel(stem.Length - 2))
        {
            stem.Length--;
        }
    }

    private static void Step1(ref Letters stem)
    {
        if (stem.Ends("eedly") || stem.Ends("eed"))
        {
            var suffix = stem.Ends("eedly") ? 5 : 3;
            if (stem.Length - suffix >= stem.R1)
            {
                stem.Length -= suffix - 2;
            }
        }
        else
        {
            var suffix =
                stem.Ends("ingly") ? 5
                : stem.Ends("edly") ? 4
                : stem.Ends("ing") ? 3
                : stem.Ends("ed") ? 2
                : 0;
            if (suffix > 0 && stem.HasVowel(stem.Length - suffix))
            {
                stem.Length -= suffix;
                AfterEd(ref stem);
            }
        }

        if (stem.Length > 2 && stem[^1] is 'y' or 'Y' && !stem.IsVowelAt(stem.Length - 2))
        {
            stem.Set(stem.Length - 1, 'i');
        }
    }

    private static void AfterEd(ref Letters stem)
    {
        if (stem.Ends("at") || stem.Ends("bl") || stem.Ends("iz"))
        {
            stem.Add('e');
        }
        else if (stem.EndsInDouble())
        {
            stem.Length--;
        }
        else if (stem.IsShort())
        {
            stem.Add('e');
        }
    }

    private static void Replace(ref Letters stem, (string Suffix, string By)[] rules)
    {
        foreach (var (suffix, by) in rules)
        {
            if (!stem.Ends(suffix))
            {
                continue;
            }

            var before = stem.Length - suffix.Length;
            var allowed = suffix switch
            {
                "ogi" => before > 0 && stem[before - 1] == 'l',
                "li" => before > 0 && "cdeghkmnrt".Contains(stem[before - 1]),
                _ => true,
            };
            if (before >= stem.R1 && allowed)
            {
                stem.Put(before, by);
            }

            return;
        }
    }

    private static void Replace3(ref Letters stem)
    {
        foreach (var (suffix, by) in Step3)
        {
            if (stem.Ends(suffix))
            {
                var before = stem.Length - suffix.Length;
                if (before >= (suffix == "ative" ? stem.R2 : stem.R1))
                {
                    stem.Put(before, by);
                }

                return;
            }
        }
    }

    private static void Remove4(ref Letters stem)
    {
        foreach (var suffix in Step4)
        {
            if (stem.Ends(suffix))
            {
                var before = stem.Length - suffix.Length;
                if (before >= stem.R2 && (suffix != "ion" || (before > 0 && stem[before - 1] is 's' or 't')))
                {
                    stem.Length = before;
                }

                return;
            }
        }
    }

    private static void Last(ref Letters stem)
    {
        if (stem.Ends("e"))
        {
            var before = stem.Length - 1;
            if (before >= stem.R2 || (before >= stem.R1 && !stem.EndsShortSyllable(before)))
            {
                stem.Length--;
            }
        }
        else if (stem.Ends("ll") && stem.Length - 1 >= stem.R2)
        {
            stem.Length--;
        }
    }
}
