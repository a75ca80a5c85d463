using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Tests.Conversation;

public sealed class GrammarTests
{
    public static TheoryData<string> Examples => [.. Catalogue.All.Select(entry => entry.Example)];

    public static TheoryData<string> Paths => [.. Catalogue.All.Select(entry => entry.Path)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_of_every_command_works(string example)
    {
        Parse(example).ShouldBeOfType<Parsed.Understood>();
        Catalogue.All.Count(entry => entry.Example == example).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_command_works_alone_in_capitals_and_with_space_around_it(string path)
    {
        var command = Understood($"/{path}");

        Understood($"  /{path.ToUpperInvariant()} \n").ShouldBe(command);
        Catalogue.All.Select(entry => Understood($"/{entry.Path}")).Count(other => other == command).ShouldBe(1);
    }

    [Fact]
    public void Every_option_of_every_command_is_read()
    {
        var options = Catalogue.All.SelectMany(entry => entry.Options.Select(option => (entry, option))).ToList();
        options.Count.ShouldBeGreaterThan(8);
        foreach (var (entry, option) in options)
        {
            var value = option.Kind switch
            {
                OptionKind.Date => "2026-05-13",
                OptionKind.FactKind => "claim",
                OptionKind.Word => option.Offered[0].Word switch
                {
                    // What holds where nothing is typed is nothing else when it is.
                    "daily" => "weekdays",
                    "09:00" => "hourly",
                    var offered => offered,
                },
                OptionKind.Zone => "Asia/Kolkata",
                _ => "the council",
            };
            var named = Understood($"/{entry.Path} {option.Name}:{value}");
            named.ShouldNotBe(Understood($"/{entry.Path}"), $"/{entry.Path} {option.Name}:");
            Understood($"/{entry.Path} {option.Name.ToUpperInvariant()}:  \u201C{value}\u201D ").ShouldBe(named);
            if (option.Rest)
            {
                Understood($"/{entry.Path} {value}").ShouldBe(named);
            }
        }
    }

    [Theory]
    [InlineData("who closed the bridge?", "who closed the bridge?")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("ask who closed it", "ask who closed it")]
    public void What_does_not_begin_as_a_command_is_a_question(string typed, string question) =>
        Understood(typed).ShouldBe(new Command.Ask(question, new AsOf()));

    [Fact]
    public void Options_may_come_in_any_order_and_after_the_rest()
    {
        var expected = new Command.Who("the council", "close");

        Understood("/story who name: the council did: close").ShouldBe(expected);
        Understood("/story who did:close name:the council").ShouldBe(expected);
        Understood("/story who the council did:close").ShouldBe(expected);
        Understood("/story who \"the council\" did:\"close\"").ShouldBe(expected);
    }

    [Theory]
    [InlineData("/story who name=the council did=close")]
    [InlineData("/story who --name the council --did close")]
    [InlineData("/story who \u2014name the council \u2013did close")]
    [InlineData("/story who name:\u201Ethe council\u201C did:\u00ABclose\u00BB")]
    [InlineData("/story who na\u200Bme: the council \uFEFFdid:close")]
    public void Options_are_read_however_a_keyboard_makes_them(string typed) =>
        Understood(typed).ShouldBe(new Command.Who("the council", "close"));

    [Fact]
    public void What_is_quoted_holds_no_option() =>
        Understood("/story who name:\"the did: council\" did:close").ShouldBe(new Command.Who("the did: council", "close"));

    [Fact]
    public void A_question_may_follow_the_day_by_which_we_knew() =>
        Understood("/ask as-of:2026-05 who closed it")
            .ShouldBe(new Command.Ask("who closed it", new AsOf(Known: new DateOnly(2026, 5, 31))));

    [Fact]
    public void An_option_that_there_is_not_is_named_with_those_that_there_are()
    {
        var headline = Refused("/story timeline --from 2025").Headline;

        headline.ShouldContain("--from");
        headline.ShouldContain("since:");
        Understood("/ask what is --from").ShouldBe(new Command.Ask("what is --from", new AsOf()));
    }

    [Fact]
    public void The_end_of_another_word_is_no_option()
    {
        Understood("/story who surname:Ollivant").ShouldBe(new Command.Who("surname:Ollivant", null));
        Understood("/story who candid:no did:close").ShouldBe(new Command.Who("candid:no", "close"));
    }

    [Fact]
    public void A_question_may_hold_what_looks_like_an_option_of_another_command() =>
        Understood("/ask what did the since:2025 name:council do")
            .ShouldBe(new Command.Ask("what did the since:2025 name:council do", new AsOf()));

    [Fact]
    public void A_question_may_name_the_day_by_which_we_knew() =>
        Understood("/ask who closed it as-of:2026-05")
            .ShouldBe(new Command.Ask("who closed it", new AsOf(Known: new DateOnly(2026, 5, 31))));

    [Theory]
    [InlineData("/ask who as-of:soon", "2025-09-25")]
    [InlineData("/ask who as-of:2025-08/..", "2025-09-25")]
    [InlineData("/story suspended now", "/story suspended")]
    [InlineData("/suspended now", "/story suspended")]
    [InlineData("/story what kind:zebra-crossing-of-the-river", "non-answers")]
    [InlineData("/xyzzy frotz", "/help")]
    public void A_refusal_says_what_would_have_worked(string typed, string works)
    {
        var reply = Refused(typed).ShouldBeOfType<Refusal>();

        PlainText.Of(reply).ShouldContain(works);
    }

    [Theory]
    [InlineData("/storry who", "/story who")]
    [InlineData("/story woh", "/story who")]
    [InlineData("/story  who", "/story who")]
    [InlineData("/story suspnded", "/story suspended")]
    [InlineData("/story respones", "/story responses")]
    [InlineData("/story timelin", "/story timeline")]
    [InlineData("/timelin", "/story timeline")]
    [InlineData("/sourcs", "/story sources")]
    [InlineData("/aks", "/ask")]
    [InlineData("/hlep", "/help")]
    [InlineData("/wyh", "/why")]
    [InlineData("/story what kind:clam", "/story what kind:claim")]
    [InlineData("/story what kind:Responce", "/story what kind:response")]
    public void A_slip_is_answered_with_what_may_be_meant(string typed, string meant)
    {
        var choices = Refused(typed).ShouldBeOfType<Choices>();

        choices.Options[0].Command.ShouldBe(meant);
        choices.Headline.ShouldContain(meant);
        choices.Options.ShouldAllBe(option => Parse(option.Command) is Parsed.Understood);
    }

    [Theory]
    [InlineData("/who the council", "/story who the council")]
    [InlineData("/WHO", "/story who")]
    [InlineData("/what claims", "/story what kind:claim")]
    [InlineData("/timeline 2025", "/story timeline within:2025")]
    [InlineData("/responses the council", "/story responses from:the council")]
    [InlineData("/suspended", "/story suspended")]
    [InlineData("/sources gazette", "/story sources naming:gazette")]
    [InlineData("/changes since:2025", "/story changes 2025")]
    [InlineData("/status", "/story status")]
    public void A_look_up_is_read_without_its_first_word(string typed, string whole) => Understood(typed).ShouldBe(Understood(whole));

    [Theory]
    [InlineData("claims", FactKind.Claim)]
    [InlineData("Allegations", FactKind.Claim)]
    [InlineData("numbers", FactKind.Figure)]
    [InlineData("responses", FactKind.Response)]
    [InlineData("non-answers", FactKind.NonAnswer)]
    [InlineData("no comments", FactKind.NonAnswer)]
    [InlineData("acts", FactKind.Act)]
    [InlineData("suspensions", FactKind.Suspension)]
    public void A_kind_is_known_by_what_readers_call_it(string typed, FactKind kind)
    {
        Understood($"/story what {typed}").ShouldBe(new Command.What(kind));
        Understood($"/story what kind:{typed}").ShouldBe(new Command.What(kind));
    }

    [Fact]
    public void Facts_of_any_kind_are_asked_for_as_the_kinds_are() => Understood("/story what facts").ShouldBe(Understood("/story what"));

    [Fact]
    public void Words_that_are_no_kind_ask_about_something() =>
        Understood("/story what happened to the bridge").ShouldBe(new Command.What(null, "happened to the bridge"));

    [Fact]
    public void A_timeline_is_narrowed_by_a_date_and_marks_what_is_new_since_one()
    {
        Understood("/story timeline last week").ShouldBe(new Command.ShowTimeline(null, "last week"));
        Understood("/story timeline since last week").ShouldBe(new Command.ShowTimeline("last week"));
        Understood("/story timeline 2025 since:2025-09").ShouldBe(new Command.ShowTimeline("2025-09", "2025"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/foo")]
    [InlineData("/quux add")]
    [InlineData("/story what kind:foo")]
    public void What_is_like_nothing_is_not_guessed_at(string typed) => Refused(typed).ShouldBeOfType<Refusal>();

    [Theory]
    [InlineData("/story")]
    [InlineData("/story zebra")]
    [InlineData("/stroy")]
    public void A_group_without_its_command_lists_the_group(string typed)
    {
        var choices = Refused(typed).ShouldBeOfType<Choices>();

        choices
            .Options.Select(option => option.Command)
            .ShouldBe(
                Catalogue.All.Where(entry => entry.Path.StartsWith("story ", StringComparison.Ordinal)).Select(entry => $"/{entry.Path}")
            );
    }

    [Fact]
    public void A_line_is_read_up_to_its_limit_and_refused_beyond_with_both_numbers()
    {
        Understood(new string('a', Grammar.Longest)).ShouldBeOfType<Command.Ask>();
        Understood(new string('a', Grammar.Longest) + "   ").ShouldBeOfType<Command.Ask>();

        var headline = Refused(new string('a', Grammar.Longest + 1)).Headline;
        headline.ShouldContain($"{Grammar.Longest}");
        headline.ShouldContain($"{Grammar.Longest + 1}");
    }

    [Fact]
    public void Any_text_gives_a_command_or_a_reply_that_says_something() =>
        Properties.Hold(
            AnyText.With(
                3_000,
                [
                    .. Catalogue.All.Select(entry => $"/{entry.Path} "),
                    "/",
                    "since:",
                    "kind:",
                    "name:",
                    "\"",
                    "2025",
                    "as-of:",
                    .. Displayed.Working,
                ]
            ),
            text =>
            {
                foreach (var line in new[] { text, "/" + text, "/story " + text })
                {
                    if (Parse(line) is Parsed.NotUnderstood { Reply: var reply })
                    {
                        reply.Headline.ShouldNotBeNullOrWhiteSpace();
                        PlainText.Of(reply).ShouldNotBeNullOrWhiteSpace();
                        Displayed.HasNothingOfTheAsker(reply);
                    }
                }
            },
            1_000
        );

    [Fact]
    public void Every_kind_of_fact_can_be_asked_for_by_its_word()
    {
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            Understood($"/story what {Vocabulary.Word(kind).ToUpperInvariant()}").ShouldBe(new Command.What(kind));
        }
    }

    private static Parsed Parse(string typed) => Grammar.Parse(typed);

    private static Command Understood(string typed) => Parse(typed).ShouldBeOfType<Parsed.Understood>(typed).Command;

    private static Reply Refused(string typed) => Parse(typed).ShouldBeOfType<Parsed.NotUnderstood>(typed).Reply;
}
