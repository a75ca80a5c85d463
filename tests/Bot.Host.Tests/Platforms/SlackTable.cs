using Bot.Testing.Slack;
using Bot.Testing.Slack.Telling;

namespace Bot.Host.Tests.Platforms;

/// <summary>Somebody at Slack.</summary>
internal sealed class SlackTable(StandInSlack slack) : IPlatformSide
{
    public async Task<Shown> Command(string line) => SlackReader.Read(await Typed(line));

    public Task<Shown> Mention(string text) => Answered(slack.People.Write($"@{slack.App.Name} {text}"));

    public Task<Shown> Direct(string text) => Answered(slack.People.WriteTo(text));

    public async Task<Shown> About(string text)
    {
        var told = slack.People.Shortcut("ask_about_this", slack.People.Write(text));
        await Wait.Until(() => told.Messages.Count > 0, "the entry of the menu is answered");
        return SlackReader.Read(told.Messages[0]);
    }

    public async Task<Shown> Press(string line, string label)
    {
        var message = await Typed(line);
        var told = slack.People.Press(message, SlackControls.Action(message, label));
        await Wait.Until(() => told.Messages.Count > 0, $"[{label}] below {line}");
        return SlackReader.Read(told.Messages[0]);
    }

    private async Task<SlackMessage> Typed(string line)
    {
        var told = slack.People.Type(line);
        var ack = await told.Finished;
        ack.ShouldBeOfType<SlackAck.Taken>($"{line}: {ack}");
        await Wait.Until(() => told.Messages.Count > 0, string.Join('\n', [line, .. slack.Violations]));
        return told.Messages.ShouldHaveSingleItem();
    }

    private async Task<Shown> Answered(SlackMessage message)
    {
        SlackMessage? Reply() =>
            slack.Messages.FirstOrDefault(each =>
                each.BotId is not null
                && each.Channel == message.Channel
                && (
                    each.Thread == message.Ts
                    || (each.Thread is null && string.CompareOrdinal(each.Ts, message.Ts) > 0 && message.Channel.StartsWith('D'))
                )
            );
        await Wait.Until(() => Reply() is not null, message.Text);
        return SlackReader.Read(Reply()!);
    }
}
