using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation.Drafting;

/// <summary>Who acts: whoever the sentence begins with, as far as the story knows them. Nobody has to.</summary>
internal static class ReadActors
{
    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story)
    {
        if (fact.Sheet.Actors is { } settled)
        {
            var names = settled.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var found = names.Select(name => Completion(name, story)).ToList();
            return found.TrueForAll(entity => entity is not null)
                ? fact with
                {
                    Actors = [.. found.OfType<Entity>().DistinctBy(entity => entity.Id)],
                }
                : fact.Lacks(DraftWords.UnknownActor(names[found.IndexOf(null)]));
        }

        return fact.Read.Mentions.FirstOrDefault(mention => mention.Entity.Kind is not EntityKind.Place) is { At: <= 1 } first
            ? fact with
            {
                Actors = [first.Entity],
            }
            : fact;
    }

    private static Entity? Completion(string name, StorySnapshot story) =>
        Conversation.Completion.Entities(name, story) is [var first, ..] ? first : null;
}
