using Bot.Testing.Discord;

namespace Bot.Host.Tests.Platforms;

/// <summary>Somebody at Discord, over its Gateway.</summary>
internal sealed class DiscordTable(RunningStandIn discord) : IPlatformSide
{
    /// <summary>A direct message is in no server at Discord; at Slack it is in the workspace.</summary>
    private const string OfNoServer =
        " From the reviewed facts that all share; what a server or workspace adds of its own is given only there.";

    public async Task<Shown> Command(string line) => DiscordReader.Read((await Typed(line)).Original!);

    public Task<Shown> Mention(string text) => Answered(discord.People.Write($"<@{discord.Rest.BotId}> {text}"));

    public Task<Shown> Direct(string text) => Answered(discord.People.Write(text, guild: null));

    public async Task<Shown> About(string text)
    {
        var message = discord.People.Write(text);
        var command = discord.Rest.Commands.First(each => (int)each["type"]! == 3);
        var asked = discord.People.Choose(command, message);
        await Wait.Until(() => asked.Original is { IsLoading: false }, "the entry of the menu is answered");
        return DiscordReader.Read(asked.Original!);
    }

    public async Task<Shown> Press(string line, string label)
    {
        var asked = await Typed(line);
        var button = DiscordReader
            .Buttons(asked.Original!)
            .First(each => ((string)each["label"]!).StartsWith(label, StringComparison.Ordinal));
        var pressed = discord.People.Press(asked.Original!, (string)button["custom_id"]!);
        await Wait.Until(() => pressed.Original is { IsLoading: false }, "the button is answered");
        return DiscordReader.Read(pressed.FollowUps.Append(pressed.Original!).First());
    }

    private async Task<StandInAnswers.Asked> Typed(string line)
    {
        CommandLine.Read(discord.Rest.Commands, line, isTyping: false, out var data).ShouldBeNull(line);
        var asked = discord.People.Type(data);
        await Wait.Until(() => asked.Original is { IsLoading: false }, line);
        return asked;
    }

    private async Task<Shown> Answered(StandInMessage message)
    {
        StandInMessage? Reply() => discord.Rest.Messages.FirstOrDefault(each => (string?)each.Reference?["message_id"] == message.Id);
        await Wait.Until(() => Reply() is not null, message.Content);
        var read = DiscordReader.Read(Reply()!);
        return discord.Rest.World.Channels[message.Channel]["recipients"] is null
            ? read
            : read with
            {
                IsPrivate = true,
                Lines = [.. read.Lines.Select(line => line.Replace(OfNoServer, "", StringComparison.Ordinal))],
            };
    }
}
