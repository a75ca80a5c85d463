namespace Bot.Core.Questions.Words;

/// <summary>The word a stemmer works on, with the two regions of the Porter2 definition.</summary>
internal ref struct Letters(Span<char> room, int length)
{
    private readonly Span<char> room = room;

    public int Length { get; set; } = length;
    public int R1 { get; private set; }
    public int R2 { get; private set; }

    public readonly ReadOnlySpan<char> Text => room[..Length];

    public readonly char this[Index index] => room[index.GetOffset(Length)];

    public readonly void Set(int at, char c) => room[at] = c;

    public void Add(char c) => room[Length++] = c;

    public void Put(int at, string text)
    {
        text.CopyTo(room[at..]);
        Length = at + text.Length;
    }

    public readonly bool Ends(string suffix) => Text.EndsWith(suffix);

    public readonly bool IsVowelAt(int at) => room[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Whether a vowel stands before <paramref name="end"/>.</summary>
    public readonly bool HasVowel(int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowelAt(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A y at the start or after a vowel is a consonant, written Y meanwhile.</summary>
    public readonly void MarkConsonantY()
    {
        for (var i = 0; i < Length; i++)
        {
            if (room[i] == 'y' && (i == 0 || IsVowelAt(i - 1)))
            {
                room[i] = 'Y';
            }
        }
    }

    public readonly void Restore()
    {
        for (var i = 0; i < Length; i++)
        {
            room[i] = char.ToLowerInvariant(room[i]);
        }
    }

    public void FindRegions()
    {
        R1 =
            Text.StartsWith("gener") ? 5
            : Text.StartsWith("commun") ? 6
            : Text.StartsWith("arsen") ? 5
            : AfterVowelConsonant(0);
        R2 = AfterVowelConsonant(R1);
    }

    public readonly bool EndsInDouble() => Length > 1 && room[Length - 1] == room[Length - 2] && "bdfgmnprt".Contains(room[Length - 1]);

    public readonly bool IsShort() => R1 >= Length && EndsShortSyllable(Length);

    public readonly bool EndsShortSyllable(int end) =>
        end == 2
            ? IsVowelAt(0) && !IsVowelAt(1)
            : end > 2 && !IsVowelAt(end - 3) && IsVowelAt(end - 2) && !IsVowelAt(end - 1) && room[end - 1] is not ('w' or 'x' or 'Y');

    private readonly int AfterVowelConsonant(int from)
    {
        for (var i = from + 1; i < Length; i++)
        {
            if (!IsVowelAt(i) && IsVowelAt(i - 1))
            {
                return i + 1;
            }
        }

        return Length;
    }
}
