using Bot.Core.Facts;

namespace Bot.Core.Questions.Indexing;

/// <summary>The passages of all seeds, or of those a book adds, as texts; each list item with its lead-in.</summary>
internal static class PassageTexts
{
    public static TermIndex Build(StoryIndex index, IReadOnlyList<Passage> passages, TermIndex? below)
    {
        var texts = new TermIndexBuilder(index.Terms, index.Names, index.Concepts, passages.Count);
        foreach (var passage in passages)
        {
            texts.Add(passage.Text);
            if (passage.LeadIn is { } leadIn)
            {
                texts.Add(leadIn);
            }

            texts.EndText();
        }

        return texts.Build(below);
    }
}
