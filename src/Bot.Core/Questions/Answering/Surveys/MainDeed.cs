using Bot.Core.Facts;
using Bot.Core.Questions.Answering.Parties;

namespace Bot.Core.Questions.Answering.Surveys;

/// <summary>What the story is about: what the first line of its card tells, or, where it has no card, whatever was suspended.</summary>
internal static class MainDeed
{
    /// <summary>Whether a response is to the main deed, over other responses or not. One that does not say what it is to is taken to be.</summary>
    public static bool IsAnsweredBy(Case found, Fact response)
    {
        var to = To(response);
        return to.Count == 0 || Of(found) is not [_, ..] deed || Lead(found, to, deed, []);
    }

    /// <summary>What somebody would not say limits the fact that it is about, where it is linked to no other.</summary>
    private static List<FactId> To(Fact response)
    {
        var to = Responses.RespondsTo(response).ToList();
        return to.Count == 0 && response is NonAnswer ? [.. response.Linked(LinkKind.Limits)] : to;
    }

    /// <summary>Also those of it that have ended: what was said of them was said of the deed.</summary>
    private static List<Fact> Of(Case found)
    {
        var told = found.Book.Story.Card.Take(1).SelectMany(line => line).Select(found.Book.Find).OfType<Fact>().ToList();
        return told.Count > 0 ? told : [.. found.OfKind(FactKind.Suspension).Select(fact => fact.Fact)];
    }

    private static bool Lead(Case found, IEnumerable<FactId> to, List<Fact> deed, HashSet<FactId> passed) =>
        to.Select(found.Book.Find)
            .OfType<Fact>()
            .Where(fact => passed.Add(fact.Id))
            .Any(fact =>
                deed.Exists(told => told.Id == fact.Id)
                || deed.Exists(told => IsNewsOf(found, fact, told))
                || (Responses.IsOne(fact) && Lead(found, To(fact), deed, passed))
            );

    /// <summary>"X confirmed that it had stopped it", beside the fact that X stopped it.</summary>
    private static bool IsNewsOf(Case found, Fact news, Fact deed) =>
        news is { Kind: FactKind.Act, Action: { } action, Actors.Count: > 0 }
        && news.Actors.All(id => IsOf(found, id, deed.Actors))
        && news.About.All(id => IsOf(found, id, deed.About))
        && Markers.Mean(action, found.Story.Index, "announce", "confirm");

    private static bool IsOf(Case found, EntityId id, IReadOnlyList<EntityId> named) =>
        named.Contains(id) || (found.Book[id].Of is { } whole && named.Contains(whole));
}
