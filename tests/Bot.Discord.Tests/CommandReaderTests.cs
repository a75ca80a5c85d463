using System.Text.Json;
using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests;

public sealed class CommandReaderTests
{
    [Fact]
    public void A_mention_in_an_option_is_no_part_of_what_is_asked()
    {
        var data = new InteractionData
        {
            Name = "ask",
            Options =
            [
                new InteractionOption
                {
                    Name = "question",
                    Type = 3,
                    Value = JsonSerializer.SerializeToElement("<@123> who responded?"),
                },
            ],
        };

        CommandReader
            .Parse(CommandReader.Read(data))
            .ShouldBeOfType<Parsed.Understood>()
            .Command.ShouldBe(new Command.Ask("who responded?", new AsOf()));
    }
}
