using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Benchmarks.Speed;

/// <summary>The bare search of Dateline: a question's words looked up, and the ten best texts.</summary>
internal static class OwnSearch
{
    public const int Best = 10;

    /// <returns>How many were found.</returns>
    public static int Search(StoryIndex index, string question)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        Span<Wanted> wanted = stackalloc Wanted[16];
        Span<Hit> hits = stackalloc Hit[Best];
        var reader = new TokenReader(question, buffer);
        var count = 0;
        while (count < wanted.Length && reader.Next())
        {
            var term = index.Terms.Find(reader.Word);
            if (term >= 0 && !index.Terms.IsStop(term))
            {
                wanted[count++] = new Wanted(term, 1);
            }
        }

        return index.Facts.Search(wanted[..count], hits);
    }
}
