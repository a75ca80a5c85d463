using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Discord.Shapes;
using Bot.Testing.Shapes;

namespace Bot.Testing.Discord.Routes;

/// <summary>Messages in channels.</summary>
internal sealed class MessageRoutes(StandInDiscord discord)
{
    private const string Messages = "/channels/{channel_id}/messages";
    private const string Message = Messages + "/{message_id}";

    /// <summary>How long the same nonce makes no second message.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    public IEnumerable<StandInRoute> All =>
        [
            new("POST", Messages, Create) { Check = (call, errors) => Check(call, MessageShapes.Create, MessageRules.ForChannels, errors) },
            new("GET", Messages, List) { Query = ["after", "limit"] },
            new("GET", Message, call => Find(call, out var message) ?? Reply.Json(message.Json())),
            new("PATCH", Message, Edit) { Check = (call, errors) => Check(call, MessageShapes.Edit, MessageRules.ForChannels, errors) },
            new("DELETE", Message, Delete),
        ];

    /// <summary>The shape first, and what holds over several fields when that is right.</summary>
    internal static void Check(StandInCall call, Shape shape, int flags, FormErrors errors)
    {
        shape.Check(call.Json, "", errors);
        if (!errors.Any)
        {
            MessageRules.Check(call.Json, [.. call.Files.Select(file => file.Name)], flags, "", errors);
        }
    }

    internal static bool IsEmpty(StandInCall call) => MessageRules.IsEmpty(call.Json, [.. call.Files.Select(file => file.Name)]);

    internal static Reply Empty => Reply.Error(400, 50006, "Cannot send an empty message");

    private Reply Create(StandInCall call)
    {
        if (Channel(call) is { } refused)
        {
            return refused;
        }

        if (IsEmpty(call))
        {
            discord.Violate(call, "an empty message");
            return Empty;
        }

        if ((int)discord.World.Channels[call["channel_id"]]["type"]! is 15 or 16)
        {
            return Reply.Error(400, 40058, "Cannot message this thread until after the post author has sent an initial message.");
        }

        var isOnce = call.Json["enforce_nonce"]?.ToJsonString() == "true";
        var earlier =
            isOnce && (string?)call.Json["nonce"] is { } nonce
                ? discord.World.Messages.LastOrDefault(each =>
                    each.Nonce == nonce && each.Author == discord.BotId && call.At - each.At < Remembered
                )
                : null;
        return earlier is { IsDeleted: true }
            ? Reply.UnknownMessage
            : Reply.Json((earlier ?? discord.World.Add(call["channel_id"], call.Json, call.Files, discord.Bot)).Json());
    }

    /// <summary>The oldest after one, and of these the newest first.</summary>
    private Reply List(StandInCall call)
    {
        if (Channel(call) is { } refused)
        {
            return refused;
        }

        var after = ulong.Parse(call.Query.GetValueOrDefault("after", "0"), CultureInfo.InvariantCulture);
        var most = int.Parse(call.Query.GetValueOrDefault("limit", "50"), CultureInfo.InvariantCulture);
        var found = discord.World.Messages.Where(each =>
            !discord.World.WithoutHistory.Contains(call["channel_id"])
            && each.Channel == call["channel_id"]
            && each is { IsDeleted: false, IsEphemeral: false }
            && ulong.Parse(each.Id, CultureInfo.InvariantCulture) > after
        );
        return Reply.Json(new JsonArray([.. found.Take(most).Reverse().Select(each => each.Json())]));
    }

    private Reply Edit(StandInCall call)
    {
        if (Find(call, out var message) is { } refused)
        {
            return refused;
        }

        if (message.Author != discord.BotId)
        {
            return Reply.Error(403, 50005, "Cannot edit a message authored by another user");
        }

        message.Show(call.Json, call.Files, discord.World.NextId);
        message.Edited = call.At;
        return Reply.Json(message.Json());
    }

    private Reply Delete(StandInCall call)
    {
        if (Find(call, out var message) is { } refused)
        {
            return refused;
        }

        message.IsDeleted = true;
        return Reply.Done;
    }

    private Reply? Channel(StandInCall call) =>
        !discord.World.Channels.ContainsKey(call["channel_id"]) ? Reply.UnknownChannel
        : discord.World.Refusing.TryGetValue(call["channel_id"], out var code) ? Reply.Error(403, code, "Missing Permissions")
        : call.Files.Count > 0 && discord.World.WithoutFiles.Contains(call["channel_id"]) ? Reply.Error(403, 50013, "Missing Permissions")
        : null;

    private Reply? Find(StandInCall call, out StandInMessage message)
    {
        var found = discord.World.Find(call["channel_id"], call["message_id"]);
        message = found!;
        // What only one person sees is not in the channel.
        return Channel(call) ?? (found is null or { IsEphemeral: true } ? Reply.UnknownMessage : null);
    }
}
