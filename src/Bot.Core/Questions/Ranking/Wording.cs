using System.Numerics;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// How a question is worded: all its words in order but the asking ones. Little words tell "came back" and "one silver each" from their like, and
/// whoever asks mostly keeps the form of a word.
/// </summary>
internal sealed class Wording
{
    /// <summary>Of a longer question only so many words are looked at.</summary>
    public const int Longest = 64;

    private readonly Token[] words;
    private readonly float[] rarity;
    private readonly ulong little;
    private readonly ulong content;
    private readonly ulong names;

    /// <summary>A bit for each term by its last digits: most words of a sentence are none of the question's.</summary>
    private readonly ulong filter;

    public Wording(Question question, IReadOnlySet<string> known)
    {
        var count = Math.Min(Longest, question.Words.Count);
        (words, rarity) = (new Token[count], new float[count]);
        string? asks = null;
        for (var i = 0; i < count; i++)
        {
            var word = question.Words[i];
            if (IsAsking(word.Normal))
            {
                asks ??= word.Normal is "do" or "does" or "did" ? null : word.Normal;
                words[i] = new Token(-1, "", isCapital: false);
                continue;
            }

            words[i] = new Token(word.TermId, word.Normal, word.IsCapitalised);
            rarity[i] = WordRanks.Rarity(word.Normal);
            (little, content) = word.IsStop ? (little | Bit(i), content) : (little, content | Bit(i));
            names |= (i > 0 && word is { IsCapitalised: true, IsStop: false }) || known.Contains(word.Normal) ? Bit(i) : 0;
            filter |= word.TermId < 0 ? 0 : Bit(word.TermId);
        }

        AsksWhat = asks == "what";
        var according = question.First(word => word == "according");
        SourceAsked = according < 0 ? 0 : Source(question, according + 1);
    }

    /// <summary>A bit for each word of content of whoever something is asked according to.</summary>
    public ulong SourceAsked { get; }

    /// <summary>Whether its first asking word is "what".</summary>
    public bool AsksWhat { get; }

    /// <summary>A bit for each word of content.</summary>
    public ulong Content => content;

    /// <summary>The same without names, as far as capital letters tell.</summary>
    public ulong Common => content & ~names;

    /// <summary>How rare a word is in English.</summary>
    public float RarityOf(int word) => rarity[word];

    /// <summary>The term of the nearest word of content beside a word; -1 when there is none in reach.</summary>
    public int TermBeside(int word, int step, int reach)
    {
        for (var at = word + step; at >= 0 && at < words.Length && Math.Abs(at - word) <= reach; at += step)
        {
            if ((content & Bit(at)) != 0)
            {
                return words[at].Term;
            }
        }

        return -1;
    }

    /// <summary>Whether the question has a word for the term.</summary>
    public bool Has(int term)
    {
        for (var i = 0; i < words.Length && term >= 0 && (filter & Bit(term)) != 0; i++)
        {
            if (words[i].Term == term)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the question has the very word.</summary>
    public bool HasForm(Token word)
    {
        foreach (var own in words)
        {
            if (own.IsSameForm(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the question has a word with a capital letter for the term.</summary>
    public bool HasCapital(int term)
    {
        foreach (var word in words)
        {
            if (word.IsCapital && word.Term == term && term >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a sentence holds of the wording.</summary>
    public Worded Of(ReadOnlySpan<Token> sentence)
    {
        var (held, typed) = (0UL, 0UL);
        Span<float> order = stackalloc float[words.Length];
        order.Clear();
        for (var at = 0; at < sentence.Length; at++)
        {
            if (sentence[at].Term < 0 || (filter & Bit(sentence[at].Term)) == 0)
            {
                continue;
            }

            for (var i = words.Length - 1; i >= 0; i--)
            {
                if (words[i].Term != sentence[at].Term)
                {
                    continue;
                }

                held |= Bit(i);
                typed |= words[i].IsSameForm(sentence[at]) ? Bit(i) : 0;
                order[i] = Math.Max(order[i], rarity[i] + Best(order[..i]));
            }
        }

        return new Worded(held & content, typed & content, Share(little, held), Best(order) / Math.Max(1e-6f, rarity.Sum()));
    }

    /// <summary>The share of the question's words of content that are among some, by their rarity in English, or by their number.</summary>
    public float ByRarity(ulong some) => Share(content, some);

    /// <inheritdoc cref="ByRarity" />
    public float ByCount(ulong some) => content == 0 ? 0 : (float)BitOperations.PopCount(some & content) / BitOperations.PopCount(content);

    /// <summary>How rare the words of content are, all together, that are not among some.</summary>
    public float Without(ulong some) => Sum(content & ~some);

    /// <summary>How rare the names are, all together, that are not among some.</summary>
    public float NamesWithout(ulong some) => Sum(names & ~some);

    /// <summary>Whether each of some words is a name in the sentence.</summary>
    public bool AreNames(ulong some, ReadOnlySpan<Token> sentence, Makeup makeup)
    {
        for (var left = some; left != 0; left &= left - 1)
        {
            var i = BitOperations.TrailingZeroCount(left);
            var isName = false;
            for (var at = 0; at < sentence.Length; at++)
            {
                isName |= sentence[at].Term == words[i].Term && makeup.IsName(sentence, at);
            }

            if (!isName)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A bit for each word of content whose term is such.</summary>
    public ulong Where(Func<int, bool> isSuch)
    {
        var such = 0UL;
        for (var left = content; left != 0; left &= left - 1)
        {
            var i = BitOperations.TrailingZeroCount(left);
            such |= isSuch(words[i].Term) ? Bit(i) : 0;
        }

        return such;
    }

    private static float Best(ReadOnlySpan<float> values)
    {
        var best = 0f;
        foreach (var value in values)
        {
            best = Math.Max(best, value);
        }

        return best;
    }

    private float Share(ulong of, ulong some) => of == 0 ? 0 : Sum(some & of) / Math.Max(1e-6f, Sum(of));

    private float Sum(ulong some)
    {
        var sum = 0f;
        for (var left = some; left != 0; left &= left - 1)
        {
            sum += rarity[BitOperations.TrailingZeroCount(left)];
        }

        return sum;
    }

    private ulong Source(Question question, int from)
    {
        var source = 0UL;
        for (var at = from; at < words.Length; at++)
        {
            if ((content & Bit(at)) != 0)
            {
                source |= Bit(at);
            }
            else if (question.Words[at].Normal is not ("to" or "the" or "a" or "an" or "of" or "its" or "their" or "his" or "her"))
            {
                break;
            }
        }

        return source;
    }

    private static ulong Bit(int number) => 1UL << (number & 63);

    private static bool IsAsking(string word) => QuestionWords.Contains(word) || word is "whom" or "do" or "does" or "did";
}

/// <summary>What a sentence holds of a question's wording.</summary>
/// <param name="Held">A bit for each of the question's words of content that it holds in any form.</param>
/// <param name="Typed">The same in the form typed.</param>
/// <param name="Little">The share of the little words.</param>
/// <param name="InOrder">The share of all words that it holds in the same order, with others between them or not: the longest common subsequence.</param>
internal readonly record struct Worded(ulong Held, ulong Typed, float Little, float InOrder);
