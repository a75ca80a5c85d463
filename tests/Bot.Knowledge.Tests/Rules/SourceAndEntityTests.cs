using Bot.Core.Facts;
using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class SourceAndEntityTests
{
    [Fact]
    public void A_source_names_its_origin() =>
        Source(source => source with { Origin = null })
            .Problem()
            .ShouldBe("The source 'report' has no `origin`: name the one investigation or statement behind it.");

    [Fact]
    public void A_source_says_how_a_sentence_names_it() =>
        Source(source => source with { Short = null }).Problem().ShouldStartWith("The source 'report' has no `short`:");

    [Fact]
    public void A_source_rests_on_a_known_seed() =>
        Source(source => source with { Seed = T("nots") })
            .Problem()
            .ShouldBe("`seed` names the seed 'nots', which is not in this story. Did you mean 'notes'?");

    [Fact]
    public void A_source_is_read_or_known_through_another_and_not_both() =>
        Source(source => source with { CitedBy = T("reprint") })
            .Problem()
            .ShouldStartWith("The source 'report' has both `seed` and `cited-by`:");

    [Fact]
    public void A_source_is_not_cited_by_itself() =>
        Source(source => source with { Seed = null, CitedBy = T("report") })
            .Problem()
            .ShouldBe("The source 'report' is cited, in the end, only by itself: one of the circle needs a `seed`.");

    [Fact]
    public void A_web_address_is_one() =>
        Source(source => source with { Url = T("example.org") })
            .Problem()
            .ShouldStartWith("`url` is 'example.org', which is no web address:");

    [Fact]
    public void A_record_is_true_or_false() =>
        Source(source => source with { Record = T("maybe") }).Problem().ShouldBe("`record` is 'maybe': write true or false.");

    [Fact]
    public void A_seed_says_what_form_it_has()
    {
        var draft = Draft;

        (draft with { Seeds = [draft.Seeds[0] with { Form = T("note") }] })
            .Problem()
            .ShouldBe("`form` cannot be 'note'. Did you mean 'notes'? It is one of document, notes.");
    }

    [Fact]
    public void A_seed_has_a_text()
    {
        var draft = Draft;

        (draft with { Seeds = [.. draft.Seeds, draft.Seeds[0] with { Id = T("empty"), Body = "\n" }] })
            .Problem()
            .ShouldStartWith("The seed 'empty' has no text:");
    }

    [Fact]
    public void A_name_means_one_entity_only() =>
        Entity(entity => entity with { Aliases = [T("Town Hall")] })
            .Problem()
            .ShouldStartWith("The name 'Town Hall' already stands on the entity 'council' (draft:");

    [Fact]
    public void An_entity_may_repeat_its_own_name() =>
        Entity(entity => entity with { Aliases = [T("The Engineer")] }).Book().Entities.Count.ShouldBe(2);

    [Fact]
    public void An_entity_has_a_kind() =>
        Entity(entity => entity with { Kind = T("persn") })
            .Problem()
            .ShouldBe("`kind` cannot be 'persn'. Did you mean 'person'? It is one of person, organisation, place, product, group.");

    [Fact]
    public void An_entity_belongs_to_a_known_one() =>
        Entity(entity => entity with { Of = T("guild") }).Problem().ShouldBe("`of` names the entity 'guild', which is not in this story.");

    [Fact]
    public void An_entity_does_not_belong_to_itself() =>
        Entity(entity => entity with { Of = T("engineer") })
            .Problem()
            .ShouldBe("The entity 'engineer' belongs, in the end, to itself: change `of`.");

    private static StoryDraft Source(Func<SourceDraft, SourceDraft> change)
    {
        var draft = Draft;
        return draft with { Sources = [change(draft.Sources[0]), .. draft.Sources.Skip(1)] };
    }

    private static StoryDraft Entity(Func<EntityDraft, EntityDraft> change)
    {
        var draft = Draft;
        return draft with { Entities = [draft.Entities[0], change(draft.Entities[1])] };
    }
}
