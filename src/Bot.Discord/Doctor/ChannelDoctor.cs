using Bot.Core.Doctor;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Doctor;

/// <summary>Whether the bot may do in a channel what posting takes.</summary>
internal static class ChannelDoctor
{
    private static readonly (Permissions Needed, string Name, string For)[] Uses =
    [
        (Permissions.ViewChannel, "View Channel", "to see the channel at all"),
        (Permissions.SendMessages, "Send Messages", "to share answers and post digests"),
        (Permissions.EmbedLinks, "Embed Links", "for the cards with speaker, status and source"),
        (Permissions.AttachFiles, "Attach Files", "for the timeline as a picture"),
        (Permissions.ReadMessageHistory, "Read Message History", "to reply to a message"),
    ];

    /// <param name="channel">As it was given.</param>
    public static async Task<IReadOnlyList<Diagnosis>> Examine(DiscordApi api, string channel, CancellationToken cancellation)
    {
        if (Snowflake.TryParse(channel) is not { } id)
        {
            return
            [
                Diagnosis.Wrong(
                    $"\u201C{channel}\u201D is no channel's id.",
                    "Switch on Developer Mode in Discord's settings, then copy the id from the channel's menu."
                ),
            ];
        }

        return await BotInChannel.Look(api, id, cancellation) switch
        {
            Outcome<BotInChannel>.Done { Value: var found } => Judge(found.Channel, found.Allowed),
            Outcome<BotInChannel>.NotDone { Why: var why } =>
            [
                new Diagnosis(Grade.Wrong, $"The channel {id} could not be looked at. {why.Sentence}"),
            ],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IReadOnlyList<Diagnosis> Judge(Channel channel, Permissions allowed)
    {
        var name = channel.Name is { } given ? $"#{given}" : $"the channel {channel.Id}";
        var uses = channel.ThreadMetadata is null
            ? Uses
            :
            [
                .. Uses.Where(use => use.Needed != Permissions.SendMessages),
                (Permissions.SendMessagesInThreads, "Send Messages in Threads", "to post in this thread"),
            ];
        var missing = uses.Where(use => !allowed.Has(use.Needed))
            .Select(use =>
                Diagnosis.Wrong(
                    $"In {name} the bot lacks \u201C{use.Name}\u201D, {use.For}.",
                    "Allow it for the bot's role in the channel's settings, under Permissions."
                )
            )
            .ToList();
        return missing.Count > 0 ? missing : [Diagnosis.Well($"In {name} the bot may do all that posting takes.")];
    }
}
