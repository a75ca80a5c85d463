using System.Text.RegularExpressions;
using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// What the sentences of an index are made of, beside their words. Each is looked at when it is first asked about. It may lie over another,
/// whose sentences come before its own.
/// </summary>
internal sealed partial class Makeup(IReadOnlyList<Passage> passages, TermTable terms, Makeup? below = null)
{
    /// <summary>The number of the first passage of its own.</summary>
    private readonly int first = below?.count ?? 0;
    private readonly int count = passages.Count;
    private readonly int[]?[] words = new int[passages.Count - (below?.count ?? 0)][];
    private readonly List<Piece>?[] pieces = new List<Piece>?[passages.Count - (below?.count ?? 0)];

    // Written by several threads at once: one byte is never half written.
    private readonly Lean[] leaning = new Lean[passages.Count - (below?.count ?? 0)];

    /// <summary>All words of a sentence in order, stop words too.</summary>
    public ReadOnlySpan<int> AllWords(int passage) =>
        passage < first ? below!.AllWords(passage) : words[passage - first] ??= Read(passages[passage].Text);

    /// <summary>The parts of a sentence that could answer something.</summary>
    public IReadOnlyList<Piece> Pieces(int passage) =>
        passage < first ? below!.Pieces(passage) : pieces[passage - first] ??= AnswerType.Read(passages[passage].Text);

    /// <summary>Whether the sentence begins with a word that stands for something named before: "He", "In 1893 it", "This city".</summary>
    public bool Leans(int passage)
    {
        if (passage < first)
        {
            return below!.Leans(passage);
        }

        ref var lean = ref leaning[passage - first];
        if (lean == Lean.Unknown)
        {
            lean = Leaning().IsMatch(passages[passage].Text) ? Lean.Yes : Lean.No;
        }

        return lean == Lean.Yes;
    }

    private enum Lean : byte
    {
        Unknown,
        Yes,
        No,
    }

    private int[] Read(string text)
    {
        var read = new List<int>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        while (reader.Next())
        {
            read.Add(terms.Find(reader.Word));
        }

        return [.. read];
    }

    [GeneratedRegex(
        @"^.{0,40}?\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Leaning();
}

/// <summary>A part of a sentence that could answer a question for one sort of thing.</summary>
internal readonly record struct Piece(Sort Sort, int Start, int Length);
