using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using Bot.Testing.Slack.Blocks;

namespace Bot.Testing.Slack;

/// <summary>A method of the API with what it takes.</summary>
internal sealed record SlackMethod(string Name, Func<SlackCall, SlackReply> Answer)
{
    /// <summary>Whose token it asks for.</summary>
    public SlackToken Token { get; init; } = SlackToken.Bot;

    /// <summary>All that are needed, also by what is asked for.</summary>
    public Func<SlackCall, IReadOnlyList<string>> Scopes { get; init; } = _ => [];

    /// <summary>How often a minute for a workspace; 0: not counted.</summary>
    public int Often { get; init; } = 50;

    /// <summary>Reads, and takes no JSON.</summary>
    public bool IsRead { get; init; }

    public Fields Takes { get; init; } = new();

    /// <summary>What holds over several arguments.</summary>
    public Action<JsonObject, SlackErrors>? Check { get; init; }

    /// <summary>A form says all as text: what is no text by its shape is read as JSON.</summary>
    public JsonObject Arguments(SlackCall call)
    {
        if (call.Json is { } json)
        {
            return json.DeepClone().AsObject();
        }

        var arguments = new JsonObject();
        foreach (var (name, text) in call.Form.Where(each => each.Key != "token"))
        {
            var isText = Takes.All.FirstOrDefault(field => field.Name == name)?.Shape is null or Shape.Text or Shape.OneOf;
            arguments[name] = isText ? text : Parsed(text);
        }

        return arguments;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}

internal enum SlackToken
{
    None,
    Bot,
    App,
}
