using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class LinkTests
{
    [Fact]
    public void A_link_must_be_of_a_known_kind() =>
        First(fact => fact with { Links = [Link("suports", "repair-time")] })
            .Problem()
            .ShouldStartWith("`links` cannot be 'suports'. Did you mean 'supports'? It is one of responds-to, denies,");

    [Fact]
    public void A_link_must_lead_to_a_known_fact() =>
        First(fact => fact with { Links = [Link("supports", "repair-tim")] })
            .Problem()
            .ShouldBe("`supports` names the fact 'repair-tim', which is not in this story. Did you mean 'repair-time'?");

    [Fact]
    public void A_link_must_not_lead_to_the_fact_itself() =>
        First(fact => fact with { Links = [Link("supports", "bridge-closed")] })
            .Problem()
            .ShouldBe("The fact 'bridge-closed' is linked to itself: link it to another fact, or take the link out.");

    [Fact]
    public void A_link_is_made_once() =>
        First(fact => fact with { Links = [Link("supports", "repair-time", "repair-time")] })
            .Problem()
            .ShouldBe("`supports` names 'repair-time' twice: once is enough.");

    [Fact]
    public void A_former_id_still_leads_to_its_fact()
    {
        var draft = First(fact => fact with { Links = [Link("supports", "old-time")] });

        var book = (
            draft with
            {
                Facts = [draft.Facts[0], draft.Facts[1] with { Formerly = [T("old-time")] }, .. draft.Facts.Skip(2)],
            }
        ).Book();

        book.Facts[0].Links.ShouldHaveSingleItem().To.ShouldBe(book.Facts[1].Id);
        book.Find(new Core.Facts.FactId("old-time")).ShouldBe(book.Facts[1]);
    }

    [Fact]
    public void An_account_never_stands_alone() =>
        Plus(Fact("mayor-says", "account", "council", "stated", Three))
            .Problem()
            .ShouldBe("The fact 'mayor-says' is an account without its other side: name that account under `links` with `pairs-with`.");

    [Fact]
    public void Where_one_side_forgets_the_other_it_is_told_who_names_it() =>
        Changed(3, fact => fact with { Links = [] })
            .Problem()
            .ShouldBe(
                "The fact 'engineer-says-sound' is an account without its other side: name that account under `links` with `pairs-with`. 'council-says-danger' names this one."
            );

    [Fact]
    public void The_other_side_must_be_an_account() =>
        Plus(Fact("mayor-says", "account", "council", "stated", Three) with { Links = [Link("pairs-with", "bridge-closed")] })
            .Problem()
            .ShouldBe("The fact 'mayor-says' pairs with 'bridge-closed', which is of kind suspension: the other side must be an account.");

    [Fact]
    public void The_other_side_must_name_it_back() =>
        Plus(Fact("mayor-says", "account", "council", "stated", Three) with { Links = [Link("pairs-with", "council-says-danger")] })
            .Problem()
            .ShouldBe(
                "The fact 'mayor-says' pairs with 'council-says-danger', which pairs with 'engineer-says-sound': two accounts must name each other."
            );

    [Fact]
    public void An_account_has_one_other_side() =>
        Plus(
                Fact("mayor-says", "account", "council", "stated", Three) with
                {
                    Links = [Link("pairs-with", "council-says-danger", "engineer-says-sound")],
                }
            )
            .Problem()
            .ShouldBe(
                "The fact 'mayor-says' has more than one other side (council-says-danger, engineer-says-sound): an account pairs with one account. Make the third a figure or a claim, with `said-with` to one of the two: it is shown beside them."
            );

    [Fact]
    public void Nothing_but_an_account_has_another_side() =>
        First(fact => fact with { Links = [Link("pairs-with", "council-says-danger")] })
            .Problem()
            .ShouldBe(
                "The fact 'bridge-closed' has `pairs-with` and is of kind suspension: only accounts stand in pairs, so make it an account or take the link out."
            );

    [Theory]
    [InlineData("deny", "denies")]
    [InlineData("respond", "responds-to")]
    [InlineData("pair-with", "pairs-with")]
    public void A_link_that_is_inflected_otherwise_is_told_its_word(string written, string word) =>
        Changed(1, fact => fact with { Links = [Link(written, "bridge-closed")] })
            .Sentences()
            .ShouldContain(sentence =>
                sentence.StartsWith($"`links` cannot be '{written}'. Did you mean '{word}'?", StringComparison.Ordinal)
            );

    [Fact]
    public void A_figure_that_is_paired_is_told_that_an_account_may_keep_it() =>
        Changed(1, fact => fact with { Links = [Link("pairs-with", "bridge-closed")] })
            .Problem()
            .ShouldBe(
                "The fact 'repair-time' has `pairs-with` and is of kind figure: only accounts stand in pairs, "
                    + "so make it an account (it may keep its `figure`) or take the link out."
            );
}
