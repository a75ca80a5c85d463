using System.Globalization;
using System.Text;

namespace Bot.Core.Questions.Words;

/// <summary>
/// Reads a text word by word. A word is a run of letters or digits, lower-cased, without accents or vowel points; a number keeps its
/// decimal point and loses its thousands commas and its ordinal ending; <c>U.N.</c> is read as <c>un</c>; a possessive <c>'s</c> is dropped and <c>n't</c> is read as <c>not</c>.
/// </summary>
public ref struct TokenReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The room a caller gives for one word; what is longer is cut.</summary>
    public const int BufferLength = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;
    private bool pendingNot;

    /// <summary>Where the present word begins and ends in the text.</summary>
    public int Start { get; private set; }
    public int End { get; private set; }

    /// <summary>The present word in its normal form; valid until the next call.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    public bool Next()
    {
        if (pendingNot)
        {
            pendingNot = false;
            Word = "not";
            return true;
        }

        do
        {
            while (at < text.Length && !char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at >= text.Length)
            {
                return false;
            }

            Start = at;
            var length = char.IsDigit(text[at]) ? ReadNumber() : ReadWord();
            End = at;
            Word = buffer[..length];
            if (Word.Contains('\''))
            {
                DropEndings();
            }
        } while (Word.IsEmpty); // Some signs that count as letters are marks only, and nothing is left of them.

        return true;
    }

    private int ReadNumber()
    {
        var length = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c) || (c == '.' && DigitFollows()))
            {
                length = Put(char.ToLowerInvariant(c), length);
            }
            else if (c != ',' || !DigitFollows())
            {
                break;
            }
        }

        return WithoutOrdinal(length);
    }

    /// <summary>"13th" is read as "13".</summary>
    private readonly int WithoutOrdinal(int length) =>
        length > 2 && char.IsAsciiDigit(buffer[length - 3]) && buffer[(length - 2)..length] is "st" or "nd" or "rd" or "th"
            ? length - 2
            : length;

    private readonly bool DigitFollows() => at + 1 < text.Length && char.IsDigit(text[at + 1]);

    private int ReadWord()
    {
        if (IsDotted())
        {
            return ReadDotted();
        }

        var length = ReadPlain();
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsAscii(c) ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c))
            {
                length = char.IsAscii(c) ? Put(char.ToLowerInvariant(c), length) : PutFolded(c, length);
            }
            else if (IsApostrophe(c) && at + 1 < text.Length && char.IsLetter(text[at + 1]))
            {
                length = Put('\'', length);
            }
            else if (!IsMark(c))
            {
                break;
            }
        }

        return length;
    }

    /// <summary>Reads the ASCII letters a word begins with, which is nearly always all of it.</summary>
    private int ReadPlain()
    {
        var length = 0;
        for (; at < text.Length && length < buffer.Length && char.IsAsciiLetter(text[at]); at++)
        {
            buffer[length++] = (char)(text[at] | 0x20);
        }

        return length;
    }

    private readonly bool IsDotted() =>
        at + 3 < text.Length && text[at + 1] == '.' && char.IsLetter(text[at + 2]) && text[at + 3] == '.' && char.IsLetter(text[at]);

    private int ReadDotted()
    {
        var length = 0;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && text[at + 1] == '.')
        {
            length = Put(char.ToLowerInvariant(text[at]), length);
            at += 2;
        }

        return length;
    }

    private readonly int Put(char c, int length)
    {
        if (length < buffer.Length)
        {
            buffer[length++] = c;
        }

        return length;
    }

    private readonly int PutFolded(char c, int length)
    {
        if (char.IsSurrogate(c))
        {
            return Put(c, length);
        }

        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!IsMark(part) && !char.IsWhiteSpace(part))
            {
                length = Put(char.ToLowerInvariant(part), length);
            }
        }

        return length;
    }

    private void DropEndings()
    {
        if (Word.EndsWith("'s"))
        {
            Word = Word[..^2];
        }
        else if (Word.EndsWith("n't"))
        {
            pendingNot = Word.Length > 3;
            Word = Word switch
            {
                "n't" => "not",
                "can't" => "can",
                "won't" => "will",
                "shan't" => "shall",
                _ => Word[..^3],
            };
        }
        else
        {
            var apostrophe = Word.IndexOf('\'');
            Word = apostrophe > 1 ? Word[..apostrophe] : Word;
        }
    }

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    private static bool IsMark(char c) =>
        c > 127 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.EnclosingMark;
}
