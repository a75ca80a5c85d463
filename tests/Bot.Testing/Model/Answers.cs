using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Testing.Model;

/// <summary>Asks each community for each fact by the word that only that fact has.</summary>
internal static class Answers
{
    public static string? Wrong(Shelf shelf, IReadOnlyDictionary<string, ModelCommunity> communities)
    {
        foreach (var (name, community) in communities)
        {
            foreach (var (slug, story) in community.Stories)
            {
                var snapshot = shelf.Story(shelf.Now, new CommunityId(name), slug)!;
                foreach (var said in story.Names.Select(story.Given).OfType<Said>())
                {
                    var word = said.Words.Says.Split(' ').Single(word => word.StartsWith('z'));
                    var answer = Answerer.Answer(snapshot, $"what about {word}?", new AsOf(), ModelCommunity.Today);
                    var given = answer.Facts.Select(fact => fact.Revision.Fact.Says).ToList();
                    if (!said.Ended && !given.Contains(said.Words.Says, StringComparer.Ordinal))
                    {
                        return $"{name} {slug} is not answered with '{said.Words.Says}', but with '{string.Join("', '", given)}'.";
                    }
                }
            }
        }

        return null;
    }
}
