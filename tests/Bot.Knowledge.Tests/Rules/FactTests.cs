using Bot.Core.Facts;
using static Bot.Knowledge.Tests.SmallStory;

namespace Bot.Knowledge.Tests.Rules;

public sealed class FactTests
{
    [Fact]
    public void A_draft_that_keeps_every_rule_becomes_a_book()
    {
        var book = Draft.Book();

        book.Facts.Select(fact => fact.Id.Value).ShouldBe(["bridge-closed", "repair-time", "council-says-danger", "engineer-says-sound"]);
        book[new FactId("council-says-danger")].ShouldBeOfType<Account>().Other.ShouldBe(new FactId("engineer-says-sound"));
        var evidence = book[new FactId("bridge-closed")].RestsOn.ShouldHaveSingleItem();
        evidence.Passage.Text.ShouldBe(Closed);
        evidence.Start.ShouldBe(evidence.Passage.Start);
    }

    [Fact]
    public void A_fact_needs_a_kind() =>
        First(fact => fact with { Kind = null })
            .Problem()
            .ShouldStartWith("The fact 'bridge-closed' has no `kind`: give one of act, suspension, exemption,");

    [Fact]
    public void A_fact_needs_a_status() =>
        First(fact => fact with { Status = null })
            .Problem()
            .ShouldStartWith("The fact 'bridge-closed' has no `status`: give one of own-account, reported,");

    [Fact]
    public void A_mistyped_word_is_met_with_the_word_that_was_meant() =>
        First(fact => fact with { Status = T("reportd") })
            .Problem()
            .ShouldBe(
                "`status` cannot be 'reportd'. Did you mean 'reported'? It is one of own-account, reported, alleged, stated, estimate, confirmed."
            );

    [Fact]
    public void A_fact_needs_a_speaker() =>
        First(fact => fact with { Speaker = [] }).Problem().ShouldStartWith("The fact 'bridge-closed' has no `speaker`:");

    [Fact]
    public void A_fact_needs_a_sentence_of_its_own() =>
        First(fact => fact with { Says = null }).Problem().ShouldStartWith("The fact 'bridge-closed' has no `says`:");

    [Fact]
    public void A_fact_needs_a_source() =>
        First(fact => fact with { Sources = [] }).Problem().ShouldStartWith("The fact 'bridge-closed' has no `sources`:");

    [Fact]
    public void A_fact_needs_something_to_rest_on() =>
        First(fact => fact with { RestsOn = [] }).Problem().ShouldStartWith("The fact 'bridge-closed' has no `rests-on`:");

    [Fact]
    public void Only_a_fact_that_has_an_id_can_be_spoken_of() =>
        Plus(Fact("", "claim", "council", "stated", Three) with { Id = null })
            .Problem()
            .ShouldBe("This fact has no `id`: give it one of lower-case letters, digits and hyphens.");

    [Fact]
    public void An_empty_text_is_not_taken_for_a_text() =>
        First(fact => fact with { Scope = T("  ") }).Problem().ShouldBe("`scope` is empty: write it, or leave the key out.");

    [Fact]
    public void An_empty_way_of_asking_is_refused() =>
        First(fact => fact with { Asked = [T("is it shut"), T("")] })
            .Problem()
            .ShouldBe("`asked` is empty: write the entry, or take it out of the list.");

    [Fact]
    public void A_speaker_may_be_several_entities() =>
        First(fact => fact with { Speaker = [T("council"), T("engineer")] })
            .Book()
            .Facts[0]
            .Speaker.ShouldBe(new Speaker.People([new EntityId("council"), new EntityId("engineer")]));

    [Fact]
    public void A_speaker_may_be_a_source_in_its_own_words() =>
        First(fact => fact with { Speaker = [T("report")] }).Book().Facts[0].Speaker.ShouldBe(new Speaker.Carrier(new SourceId("report")));

    [Fact]
    public void A_speaker_must_be_known() =>
        First(fact => fact with { Speaker = [T("counsil")] })
            .Problem()
            .ShouldBe("`speaker` is 'counsil', which is neither an entity nor a source of this story. Did you mean 'council'?");

    [Fact]
    public void A_confirmed_fact_needs_two_origins()
    {
        First(fact => fact with { Status = T("confirmed"), Sources = [T("report"), T("reprint")] })
            .Problem()
            .ShouldBe(
                "The fact 'bridge-closed' is `confirmed` by one origin only: cite sources of two origins or a document of record, or give it another status."
            );
        First(fact => fact with { Status = T("confirmed"), Sources = [T("report"), T("notice")] })
            .Book()
            .Facts[0]
            .Status.ShouldBe(FactStatus.Confirmed);
    }

    [Fact]
    public void A_document_of_record_is_enough_to_confirm()
    {
        var draft = First(fact => fact with { Status = T("confirmed"), Sources = [T("notice")] });

        (draft with { Sources = [draft.Sources[0], draft.Sources[1] with { Record = T("true") }] })
            .Book()
            .Facts[0]
            .Status.ShouldBe(FactStatus.Confirmed);
    }

    [Fact]
    public void A_figure_needs_its_number() =>
        Changed(1, fact => fact with { Figure = null })
            .Problem()
            .ShouldBe("The fact 'repair-time' is of kind figure and has no `figure`: write it as {value: 3, unit: years}.");

    [Fact]
    public void A_number_needs_its_unit() =>
        Changed(1, fact => fact with { Figure = fact.Figure! with { Unit = null } })
            .Problem()
            .ShouldBe("`figure` has no `unit`: say what is counted.");

    [Fact]
    public void A_dispute_needs_a_reason() =>
        First(fact => fact with { Disputed = new DisputeDraft(fact.At) })
            .Problem()
            .ShouldBe("`disputed` has no `reason`: say who contests it, and how.");

    [Theory]
    [InlineData(null, "2025-06-01", "It opened.", "`ended` has no `how`: give one of superseded, corrected, retracted, expired.")]
    [InlineData("superseded", null, "It opened.", "`ended` has no `on`: write the day, as 2025-09-25.")]
    [InlineData("superseded", "2025-06-01", null, "`ended` has no `reason`: say in one sentence why it no longer stands.")]
    public void An_ending_says_how_when_and_why(string? how, string? on, string? reason, string sentence) =>
        First(fact =>
                fact with
                {
                    Ended = new EndingDraft(fact.At)
                    {
                        How = Maybe(how),
                        On = Maybe(on),
                        Reason = Maybe(reason),
                    },
                }
            )
            .Problem()
            .ShouldBe(sentence);

    [Fact]
    public void A_basis_without_its_date_is_refused() =>
        First(fact => fact with { OnBasis = T("stated") })
            .Problem()
            .ShouldBe("`on-basis` says how `on` is known, and there is no `on`: write the date, or take the basis out.");

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-13")]
    [InlineData("yesterday")]
    [InlineData("../..")]
    public void An_impossible_date_is_refused(string date) =>
        First(fact => fact with { On = T(date) }).Problem().ShouldStartWith($"`on` is '{date}', which is no real date or span:");

    [Fact]
    public void Half_a_date_is_no_day() =>
        First(fact => fact with { Known = T("2025-05") })
            .Problem()
            .ShouldBe("`known` is '2025-05', which is no real day: write it as 2025-09-25.");

    [Fact]
    public void A_fact_is_known_since_its_edition_unless_it_says_otherwise()
    {
        Draft.Book().Facts[0].Known.ShouldBe(new DateOnly(2025, 5, 3));
        First(fact => fact with { Known = T("2025-05-09") }).Book().Facts[0].Known.ShouldBe(new DateOnly(2025, 5, 9));
    }

    [Fact]
    public void Mistakes_of_all_parts_are_told_at_once_by_place()
    {
        var draft = First(fact => fact with { Status = null, Says = T("") }) with { TimeZone = T("Europe/Londn") };

        var problems = FactBook.Build(draft, new HashSet<string>()).ShouldBeOfType<BuildResult.Refused>().Problems;

        problems.Count.ShouldBe(3);
        problems.Select(problem => problem.At.Line).ShouldBeInOrder();
    }

    private static Text? Maybe(string? value) => value is null ? null : T(value);

    [Theory]
    [InlineData("2025-06/2025-05")]
    [InlineData("2025-06-02/2025-06-01")]
    public void A_span_whose_ends_are_swapped_is_told_so(string span) =>
        First(fact => fact with { On = T(span) })
            .Problem()
            .ShouldBe($"`on` is '{span}', which ends before it begins: write the earlier date first.");

    [Theory]
    [InlineData("a report", "report")]
    [InlineData("The Notice", "notice")]
    [InlineData("the council", "council")]
    [InlineData("town hall", "council")]
    public void A_speaker_called_by_name_is_told_the_id_that_was_meant(string name, string id) =>
        First(fact => fact with { Speaker = [T(name)] }).Problem().ShouldEndWith($"Did you mean '{id}'?");

    [Theory]
    [InlineData("expert")]
    [InlineData("the Engineer")]
    public void A_way_of_asking_that_is_a_bare_name_is_refused_as_cut_by_a_comma(string phrase) =>
        First(fact => fact with { Asked = [T("will he"), T(phrase), T("appeal")] })
            .Problem()
            .ShouldBe(
                $"`asked` holds '{phrase}', which is no more than a name: write a whole way of asking, in quotes if it holds a comma."
            );

    [Fact]
    public void A_way_of_asking_may_be_short_and_may_hold_a_name() =>
        First(fact => fact with { Asked = [T("expert view"), T("town hall"), T("closure")] }).Book().Facts[0].Asked.Count.ShouldBe(3);
}
