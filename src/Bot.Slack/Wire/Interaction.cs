using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>What somebody did with something the bot showed (<see href="https://docs.slack.dev/interactivity/handling-user-interaction"/>): only what is read here.</summary>
internal sealed record Interaction
{
    public const string Actions = "block_actions";
    public const string Submission = "view_submission";
    public const string Closed = "view_closed";
    public const string Suggestion = "block_suggestion";
    public const string Shortcut = "shortcut";
    public const string MessageShortcut = "message_action";

    public required string Type { get; init; }

    /// <summary>Null where a whole organisation has the bot.</summary>
    public Team? Team { get; init; }
    public required Actor User { get; init; }
    public Channel? Channel { get; init; }
    public bool IsEnterpriseInstall { get; init; }
    public string? TriggerId { get; init; }
    public ResponseUrl? ResponseUrl { get; init; }

    /// <summary>Of a shortcut: which.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Where a button stood.</summary>
    public Container? Container { get; init; }

    /// <summary>What was pressed or chosen.</summary>
    [JsonPropertyName("actions")]
    public List<ChosenAction>? Chosen { get; init; }

    /// <summary>The message that a button stands under, or that a shortcut was chosen for.</summary>
    public Message? Message { get; init; }

    /// <summary>The window or page that it was done in.</summary>
    public OpenView? View { get; init; }

    /// <summary>Of a suggestion: the menu, and what was typed.</summary>
    public string? ActionId { get; init; }
    public string? BlockId { get; init; }
    public string? Value { get; init; }
}

internal sealed record Team(string Id);

/// <param name="TeamId">Whose workspace they are of.</param>
internal sealed record Actor(string Id, string? TeamId);

internal sealed record Channel(string Id);

internal sealed record Container(string? Type, string? MessageTs, string? ThreadTs, string? ChannelId, bool IsEphemeral, string? ViewId);

internal sealed record ChosenAction
{
    public required string ActionId { get; init; }
    public string? BlockId { get; init; }

    /// <summary>Of a menu.</summary>
    public ChosenOption? SelectedOption { get; init; }

    /// <summary>Of a menu of which several are chosen: all of them.</summary>
    public List<ChosenOption>? SelectedOptions { get; init; }

    /// <summary>The same of a menu of people, by their ids.</summary>
    public List<string>? SelectedUsers { get; init; }
    public string? ActionTs { get; init; }
}

internal sealed record ChosenOption(string Value);

/// <summary>A message of anybody's, as far as it is read here.</summary>
internal sealed record Message(string? Ts, string? ThreadTs, string? Text);

internal sealed record OpenView
{
    public required string Id { get; init; }
    public string? Type { get; init; }
    public string? CallbackId { get; init; }
    public string? PrivateMetadata { get; init; }
    public ShownWords? Title { get; init; }
    public List<ShownBlock>? Blocks { get; init; }
    public ViewState? State { get; init; }
}

internal sealed record ShownWords(string Text);

/// <summary>A block of a window as it was shown: of fields alone more than their type is read.</summary>
internal sealed record ShownBlock
{
    public required string Type { get; init; }
    public string? BlockId { get; init; }
    public ShownWords? Label { get; init; }
    public ShownWords? Hint { get; init; }
    public bool Optional { get; init; }
    public ShownElement? Element { get; init; }
}

internal sealed record ShownElement
{
    public required string Type { get; init; }
    public string? ActionId { get; init; }
    public bool Multiline { get; init; }
    public int? MaxLength { get; init; }
    public int? MaxSelectedItems { get; init; }
    public ShownWords? Placeholder { get; init; }

    /// <summary>Of a menu.</summary>
    public List<ShownOption>? Options { get; init; }
}

internal sealed record ShownOption(ShownWords Text, string Value);

/// <param name="Values">By block, then by element.</param>
internal sealed record ViewState(Dictionary<string, Dictionary<string, FieldValue>>? Values);

internal sealed record FieldValue(string? Value, ChosenOption? SelectedOption, string? SelectedDate, List<string>? SelectedUsers = null);
