using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Model;

/// <summary>What each community is given, beside what the model says.</summary>
internal static class Comparison
{
    public static string? Of(Shelf shelf, ModelBase shared, IReadOnlyDictionary<string, ModelCommunity> communities)
    {
        var now = shelf.Now;
        var wrong = Differ(
            "the base",
            now.Story(Steps.Shared)!.Book.Facts.Select(Said),
            shared.Facts.Keys.Select(fact => Said(fact, shared[fact]!))
        );
        foreach (var (name, community) in communities)
        {
            var id = new CommunityId(name);
            wrong ??= Differ($"the stories of {name}", shelf.Stories(now, id).Select(s => s.Story.Slug.Value), community.Stories.Keys);
            wrong ??= Differ($"the choice of {name}", [$"{shelf.Settings(id).Story}"], [community.Chosen ?? ""]);
            wrong ??= Differ(
                $"the story that {name} follows",
                [shelf.Story(now, id)!.Story.Slug.Value],
                [community.Chosen ?? Steps.Shared]
            );
            foreach (var (slug, story) in community.Stories)
            {
                wrong ??= Of($"{name} {slug}", shelf.Story(now, id, slug)!, story);
                wrong ??= OfPages(Request.Owner(name, slug), shelf.Story(now, id, slug)!, story);
            }
        }

        return wrong;
    }

    private static string? Of(string where, StorySnapshot real, ModelStory model) =>
        Differ(
            $"what {where} is given",
            real.Book.Facts.Select(Said),
            model.Names.Where(fact => model.Given(fact) is not null).Select(fact => Said(fact, model.Given(fact)!))
        )
        ?? Differ(
            $"what is in force in {where}",
            real.InForce.Select(revision => Said(revision.Fact)),
            model.Names.Where(fact => model.Given(fact) is { Ended: false }).Select(fact => Said(fact, model.Given(fact)!))
        )
        ?? Differ($"what {where} holds", real.Held.Select(fact => fact.Value), model.Held)
        ?? Differ($"what {where} erased", real.Erased.Select(fact => fact.Value).Where(Steps.IsKnown), model.Erased)
        ?? Differ($"what moved under {where}", real.Moved.Select(moved => moved.Fact.Value), model.Moved)
        ?? Differ($"the end of {where}", [$"{real.Story.Closed:O}"], [$"{model.Closed:O}"]);

    /// <summary>Whom and what the community brought along is as it was brought last, and what facts rest on stands there.</summary>
    private static string? OfPages(string owner, StorySnapshot real, ModelStory model) =>
        Differ(
            $"whom {owner} named",
            real.Book.Entities.Where(entity => entity.Id.Value.EndsWith("-who", StringComparison.Ordinal)).Select(e => $"{e.Id} {e.Name}"),
            model.Pages.All.Select(page => $"{page.Key}-who {page.Value.Name}")
        )
        ?? Differ(
            $"what of the pages of {owner} is lost",
            [
                .. from page in model.Pages.All
                from fact in page.Value.Facts
                let sentence = new Words(owner, fact, 0, page.Key).Sentence
                where !real.Book[new SeedId($"{page.Key}-seed")].Text.Contains(sentence, StringComparison.Ordinal)
                select sentence,
            ],
            []
        );

    private static string Said(Fact fact) =>
        $"{fact.Id}: {fact.Says} ({fact.RestsOn[0].Sentence}, {fact.Checked:O}, {fact.Ended is not null})";

    private static string Said(string fact, Said said) =>
        $"{fact}: {said.Words.Says} ({said.Words.Sentence}, {said.Checked:O}, {said.Ended})";

    private static string? Differ(string what, IEnumerable<string> real, IEnumerable<string> model)
    {
        var (is_, should) = (real.Order(StringComparer.Ordinal).ToList(), model.Order(StringComparer.Ordinal).ToList());
        return is_.SequenceEqual(should)
            ? null
            : $"Not as the model has it: {what}.\n  too much: {string.Join("; ", is_.Except(should))}\n  missing: {string.Join("; ", should.Except(is_))}";
    }
}
