using Bot.Testing.Discord.Shapes;

namespace Bot.Testing.Discord.Routes;

/// <summary>Answers to interactions, by their token.</summary>
internal sealed class WebhookRoutes(StandInDiscord discord)
{
    private const int Flags = MessageRules.ForChannels | MessageRules.Ephemeral;
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Original = Webhook + "/messages/@original";
    private const string FollowUp = Webhook + "/messages/{message_id}";

    public IEnumerable<StandInRoute> All =>
        new StandInRoute[]
        {
            new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", discord.Interactions.Callback)
            {
                Query = ["with_response"],
                Check = (call, errors) => AnswerShapes.Check(call.Json, call.Files, errors),
            },
            new("POST", Webhook, Follow)
            {
                Query = ["wait"],
                Check = (call, errors) => MessageRoutes.Check(call, MessageShapes.Answer, Flags, errors),
            },
            new("GET", Original, call => Find(call, out var message) ?? Reply.Json(message.Json())),
            new("GET", FollowUp, call => Find(call, out var message) ?? Reply.Json(message.Json())),
            new("PATCH", Original, Edit)
            {
                Check = (call, errors) => MessageRoutes.Check(call, MessageShapes.Edit, MessageRules.ForChannels, errors),
            },
            new("PATCH", FollowUp, Edit)
            {
                Check = (call, errors) => MessageRoutes.Check(call, MessageShapes.Edit, MessageRules.ForChannels, errors),
            },
            new("DELETE", Original, Delete),
            new("DELETE", FollowUp, Delete),
        }.Select(route => route with { IsTheBots = false });

    private Reply Follow(StandInCall call)
    {
        if (Asked(call, out var asked) is { } refused)
        {
            return refused;
        }

        if (MessageRoutes.IsEmpty(call))
        {
            discord.Violate(call, "an empty message");
            return MessageRoutes.Empty;
        }

        if (asked.Original is { IsLoading: true })
        {
            discord.Violate(call, "a follow-up where the deferred answer was to be edited");
        }

        if (asked.IsPersonal && asked.Further.Count >= 5)
        {
            return Reply.Error(403, 40094, "Follow-up message limit reached");
        }

        var message = discord.World.Add(asked.Channel, call.Json, call.Files, discord.Bot);
        asked.Further.Add(message);
        return Reply.Json(message.Json());
    }

    private Reply Edit(StandInCall call)
    {
        if (Find(call, out var message) is { } refused)
        {
            return refused;
        }

        message.Show(call.Json, call.Files, discord.World.NextId);
        message.Edited = message.IsLoading ? null : call.At;
        message.IsLoading = false;
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

    private Reply? Asked(StandInCall call, out StandInAnswers.Asked asked)
    {
        var refused = discord.Interactions.Find(call["webhook_token"], out asked);
        return call["webhook_id"] == discord.ApplicationId ? refused : Reply.UnknownWebhook;
    }

    private Reply? Find(StandInCall call, out StandInMessage message)
    {
        var refused = Asked(call, out var asked);
        var found =
            refused is not null ? null
            : call.Values.TryGetValue("message_id", out var id)
                ? asked.Further.Append(asked.Original).FirstOrDefault(each => each?.Id == id)
            : asked.Original;
        message = found!;
        return refused ?? (found is null or { IsDeleted: true } ? Reply.UnknownMessage : null);
    }
}
