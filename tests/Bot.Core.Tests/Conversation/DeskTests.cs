using Bot.Core.Conversation;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Core.Tests.Conversation;

/// <summary>Every command over both stories: nothing said without its status and source, nothing thrown, nothing of the asker's that works.</summary>
public sealed class DeskTests
{
    [Fact]
    public void Whatever_fact_is_shown_stands_with_its_status_and_a_source()
    {
        var shown = new HashSet<FactId>();
        foreach (var (story, command, _, text) in Answered.Value)
        {
            foreach (var fact in story.Book.Facts.Where(fact => text.Contains(fact.Says, StringComparison.Ordinal)))
            {
                shown.Add(fact.Id);
                text.Contains(StatusWords.Of(story.Book, fact), StringComparison.OrdinalIgnoreCase).ShouldBeTrue($"{command}: {fact.Id}");
                fact.Sources.Any(id => text.Contains(story.Book[id].Short, StringComparison.OrdinalIgnoreCase))
                    .ShouldBeTrue($"{command}: {fact.Id}");
            }
        }

        shown.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void No_account_is_told_without_the_other()
    {
        var told = 0;
        foreach (var (story, command, _, text) in Answered.Value)
        {
            foreach (var account in story.Book.Facts.OfType<Account>().Where(one => text.Contains(one.Says, StringComparison.Ordinal)))
            {
                told++;
                text.Contains(story.Book[account.Other].Says, StringComparison.Ordinal).ShouldBeTrue($"{command}: {account.Id}");
            }
        }

        told.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void No_first_line_holds_one_account_of_two()
    {
        var told = 0;
        foreach (var (story, command, reply, _) in Answered.Value)
        {
            foreach (
                var account in story.Book.Facts.OfType<Account>().Where(one => reply.Headline.Contains(one.Says, StringComparison.Ordinal))
            )
            {
                told++;
                reply.Headline.Contains(story.Book[account.Other].Says, StringComparison.Ordinal).ShouldBeTrue($"{command}: {account.Id}");
            }
        }

        told.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Every_command_is_answered_whatever_words_come_with_it() =>
        Properties.Hold(
            from story in Gen.Elements(BothStories.All.ToArray())
            from text in Words.Generator
            from command in Gen.Choose(0, 11)
            select (story, command: Command(command, text)),
            asked =>
            {
                var reply = BothStories.Desk.Handle(asked.command, asked.story.Story.Slug);

                reply.Headline.ShouldNotBeNullOrWhiteSpace();
                Displayed.HasNothingOfTheAsker(reply);
            },
            600
        );

    [Theory]
    [InlineData("n't")]
    [InlineData("\uD83D")]
    [InlineData("\uFC5F")]
    [InlineData("?")]
    [InlineData("who n't closed the bridge n't")]
    [InlineData("@everyone who closed the bridge")]
    [InlineData("who is <@12345> and what of **Zebulon Quince**")]
    [InlineData("[click](https://evil.example) who responded")]
    [InlineData("why did `Zebulon` ||close|| the bridge\u202E")]
    public void Odd_questions_get_an_answer_that_echoes_nothing_that_works(string question)
    {
        foreach (var story in BothStories.All)
        {
            for (var command = 0; command <= 14; command++)
            {
                var reply = BothStories.Desk.Handle(Command(command, question), story.Story.Slug);
                reply.Headline.ShouldNotBeNullOrWhiteSpace();
                Displayed.HasNothingOfTheAsker(reply);
            }
        }
    }

    [Fact]
    public void What_the_buttons_stand_for_works()
    {
        var buttons = Answered
            .Value.SelectMany(answered => answered.Reply.Parts)
            .SelectMany(
                IEnumerable<string> (part) =>
                    part switch
                    {
                        Actions actions => actions.Items.Select(item => item.Command),
                        Line { Command: { } command } => [command],
                        _ => [],
                    }
            )
            .Distinct()
            .ToList();

        buttons.Count.ShouldBeGreaterThan(5);
        buttons.ShouldAllBe(command => Grammar.Parse(command) is Parsed.Understood);
    }

    [Fact]
    public void No_reply_has_more_than_five_buttons_in_a_row() =>
        Answered
            .Value.SelectMany(answered => answered.Reply.Parts)
            .OfType<Actions>()
            .ShouldAllBe(actions => actions.Items.Count <= 5 && actions.Items.Count > 0);

    [Fact]
    public void A_story_that_is_not_there_is_refused_without_its_markup()
    {
        var reply = BothStories.Desk.Handle(new Command.Status(), new StorySlug("<@1>**x**")).ShouldBeOfType<Refusal>();

        reply.Headline.ShouldContain("1x");
        Displayed.HasNothingOfTheAsker(reply);
    }

    [Fact]
    public void Before_anything_is_loaded_every_command_says_so()
    {
        var empty = new Desk(new Shelf(), new FakeTimeProvider());

        for (var command = 0; command <= 14; command++)
        {
            empty.Handle(Command(command, "who closed it")).ShouldBeOfType<Refusal>().Headline.ShouldNotBeNullOrWhiteSpace();
        }
    }

    /// <summary>Words of both stories and what does something on a platform, among any others.</summary>
    private static Arbitrary<string> Words { get; } =
        AnyText.With(
            300,
            [
                .. Displayed.Working,
                .. BothStories.All.SelectMany(story => story.Book.Entities.Take(8).Select(entity => $" {entity.Name} ")),
                .. " who | what | why | when | since | responded | suspended | said | not | no longer | deny | how many | yesterday ".Split(
                    '|'
                ),
            ]
        );

    private static Command Command(int number, string text) =>
        number switch
        {
            0 => new Command.Ask(text, new AsOf()),
            1 => new Command.Ask(text, new AsOf(Known: BothStories.Today)),
            2 => new Command.Ask(text, new AsOf(Known: new DateOnly(1999, 1, 1))),
            3 => new Command.Who(text, null),
            4 => new Command.Who(null, text),
            5 => new Command.Who("the council", text),
            6 => new Command.Responses(text),
            7 => new Command.Why(text),
            8 => new Command.What((FactKind)(text.Length % Enum.GetValues<FactKind>().Length)),
            9 => new Command.ShowTimeline("2026-05", text),
            10 => new Command.Changes(text),
            11 => new Command.Help(Words: text.Length % 2 == 0),
            12 => new Command.Help(Words: false) { About = text },
            13 => new Command.Sources(text),
            _ => new Command.What(null, text),
        };

    private static readonly Lazy<List<(StorySnapshot Story, Command Command, Reply Reply, string Text)>> Answered = new(() =>
        [
            .. Commands()
                .Select(pair => (pair.Story, pair.Command, Reply: BothStories.Desk.Handle(pair.Command, pair.Story.Story.Slug)))
                .Select(answered => (answered.Story, answered.Command, answered.Reply, PlainText.Of(answered.Reply))),
        ]
    );

    /// <summary>Every command, with every name, kind and way of asking that a story has.</summary>
    private static IEnumerable<(StorySnapshot Story, Command Command)> Commands()
    {
        foreach (var story in BothStories.All)
        {
            Command[] plain =
            [
                .. Catalogue.All.SelectMany(entry =>
                    new[] { entry.Example, $"/{entry.Path}" }
                        .Select(line => Grammar.Parse(line))
                        .OfType<Parsed.Understood>()
                        .Select(parsed => parsed.Command)
                ),
                .. Enum.GetValues<FactKind>().Select(kind => new Command.What(kind)),
                .. story.Book.Entities.Select(entity => new Command.Who(entity.Name, null)),
                .. story.Book.Entities.Select(entity => new Command.Responses(entity.Name)),
                .. story.Book.Facts.SelectMany(fact => fact.Asked.Take(2)).Select(asked => new Command.Ask(asked, new AsOf())),
                .. story.Book.Facts.SelectMany(fact => fact.Asked.Take(1)).Select(asked => new Command.Why(asked)),
                .. story.Book.Story.Absent.SelectMany(gap => gap.Asked.Take(1)).Select(asked => new Command.Ask(asked, new AsOf())),
            ];
            foreach (var command in plain)
            {
                yield return (story, command);
            }
        }
    }
}
