using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Testing.Slack.Blocks;

namespace Bot.Testing.Slack.Telling;

/// <summary>
/// The URLs that answers go to: five times within half an hour, into places where the bot may be nobody (<see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>).
/// What is answered at once counts as one, since nothing says that it does not.
/// </summary>
internal sealed class SlackHooks(StandInSlack slack)
{
    private const int Most = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private static readonly SlackReply Done = new(200, null, "ok");
    private readonly Dictionary<string, Hook> all = new(StringComparer.Ordinal);

    private sealed record Hook(DateTimeOffset At)
    {
        public SlackTold? Told { get; set; }
        public int Uses { get; set; }
    }

    /// <param name="kind"><c>commands</c>, <c>actions</c> or <c>app</c>.</param>
    public string New(string kind, string team)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{kind}/{team}/{all.Count + 1}/stand-in-{all.Count:D4}");
        all[$"/{path}"] = new Hook(slack.Time.GetUtcNow());
        return new Uri(slack.Addresses.Hooks, path).ToString();
    }

    /// <summary>From now on it is known what is answered by it.</summary>
    public void Belongs(string url, SlackTold told) => all[new Uri(url).AbsolutePath].Told = told;

    public void AnsweredAtOnce(SlackTold told, JsonObject? said)
    {
        var hook = all.Values.First(each => each.Told == told);
        if (said is null || !IsRight(told.Name, said))
        {
            return;
        }

        if (said["response_type"] is null)
        {
            slack.Violate($"{told.Name}: an answer that does not say who sees it");
        }

        hook.Uses++;
        if ((string?)said["response_type"] == "in_channel")
        {
            var typed = new SlackMessage(told.Team, told.Channel!, slack.World.NextTs(), told.User);
            typed.Show(new JsonObject { ["text"] = $"{told.Name} {told.Payload["text"]}".TrimEnd() });
            slack.World.Add(typed);
        }

        Post(told, said);
    }

    public SlackReply Answer(SlackCall call)
    {
        if (!all.TryGetValue(call.Path, out var hook) || hook.Told is not { } told)
        {
            slack.Violate(call, "there is no such address");
            return new SlackReply(404, null, "no_service");
        }

        if (call.Verb != "POST" || call.Json is not { } said || call.Authorization is not null)
        {
            slack.Violate(call, "an answer is JSON that is posted, without a token");
            return new SlackReply(400, null, "invalid_payload");
        }

        if (call.At - hook.At > Life)
        {
            return new SlackReply(404, null, "expired_url");
        }

        if (hook.Uses >= Most)
        {
            return new SlackReply(404, null, "used_url");
        }

        if (!IsRight(call.Method, said))
        {
            return new SlackReply(400, SlackReply.Error("invalid_blocks").Json);
        }

        hook.Uses++;
        return Do(told, said);
    }

    private bool IsRight(string what, JsonObject said)
    {
        var errors = new SlackErrors();
        MessageShapes.Answer.Check(said, "", errors);
        MessageShapes.Check(said, errors);
        foreach (var line in errors.Lines)
        {
            slack.Violate($"{what}: {line}");
        }

        return !errors.Any;
    }

    private SlackReply Do(SlackTold told, JsonObject said)
    {
        var source = told.On ?? told.Messages.LastOrDefault(message => !message.IsDeleted);
        if (told.Name == "block_actions" && said["replace_original"] is null && said["delete_original"] is null)
        {
            slack.Violate("actions: an answer that does not say whether it takes the message's place");
        }

        if (Is(said, "delete_original"))
        {
            if (source is null)
            {
                slack.Violate("commands: there is no message to delete");
                return Done;
            }

            source.IsDeleted = true;
            slack.People.Wrote(source);
        }
        else if (Is(said, "replace_original"))
        {
            if (source is null || source.Author != SlackWorld.Bot(source.Team))
            {
                slack.Violate("an answer that takes the place of what a person wrote");
                return new SlackReply(400, null, "invalid_payload");
            }

            source.Show(said);
            source.Edited = slack.Time.GetUtcNow();
            slack.People.Wrote(source);
            return Done;
        }

        if (said["text"] is not null || said["blocks"] is not null)
        {
            Post(told, said);
        }

        return Done;
    }

    private void Post(SlackTold told, JsonObject said)
    {
        var isForAll = (string?)said["response_type"] == "in_channel";
        var message = new SlackMessage(told.Team, told.Channel!, slack.World.NextTs(), SlackWorld.Bot(told.Team))
        {
            BotId = SlackWorld.BotId(told.Team),
            OnlyFor = isForAll ? null : told.User,
        };
        message.Show(said);
        told.Add(slack.World.Add(message));
        slack.People.Wrote(message);
    }

    private static bool Is(JsonObject said, string flag) => said[flag] is JsonValue value && value.TryGetValue(out bool set) && set;
}
