using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>What a message shows. Made by <c>Rendering</c> within every limit.</summary>
/// <param name="Text">What a notification and a screen reader say: the same in plain words, escaped.</param>
internal sealed record MessageBody(string Text, IReadOnlyList<Block> Blocks)
{
    /// <summary>Below the other blocks; null for none. A message that Slack does not take with it is not said without it.</summary>
    public Image? Picture { get; init; }
}

/// <summary>
/// A message in a channel (<see href="https://docs.slack.dev/reference/methods/chat.postMessage"/>). Sent with <c>parse</c> none, and without previews.
/// </summary>
/// <param name="Channel">Its id; the id of a person for their direct messages.</param>
internal sealed record MessageCreate(string Channel, MessageBody Body)
{
    /// <summary>The first message of the thread that it goes into; null for none.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>What it is to whoever sends it, kept in the message's metadata so that it can be found again; null for none.</summary>
    public string? Delivery { get; init; }
}

/// <summary>A file, into a channel or for messages to show (<see href="https://docs.slack.dev/messaging/working-with-files"/>).</summary>
/// <param name="AlternativeText">Up to 1,000 characters.</param>
/// <param name="Channel">The bot must be a member of it; null: into none.</param>
internal sealed record FileUpload(string Name, byte[] Bytes, string AlternativeText, string? Channel)
{
    public string? ThreadTs { get; init; }

    /// <summary>What stands beside it, escaped; null for nothing.</summary>
    public string? Comment { get; init; }
}

/// <summary>An answer to an interaction: in the response to a command, or to its <see cref="ResponseUrl"/>.</summary>
internal sealed record ResponseMessage
{
    /// <summary>For whoever asked alone; else for all in the channel.</summary>
    [JsonIgnore]
    public bool Privately { get; init; } = true;
    public string ResponseType => Privately ? "ephemeral" : "in_channel";
    public required string Text { get; init; }
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>In place of the message that was pressed on.</summary>
    public bool ReplaceOriginal { get; init; }

    /// <summary>The message that was pressed on goes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DeleteOriginal { get; init; }
    public string? ThreadTs { get; init; }
    public bool UnfurlLinks => false;
    public bool UnfurlMedia => false;
    public string Parse => "none";

    public static ResponseMessage Of(MessageBody body) => new() { Text = body.Text, Blocks = body.Blocks };
}

/// <summary>A window or the home page (<see href="https://docs.slack.dev/surfaces/modals"/>).</summary>
/// <param name="Blocks">Up to 100.</param>
internal sealed record View(IReadOnlyList<Block> Blocks)
{
    public const string Modal = "modal";
    public const string Home = "home";

    public string Type { get; init; } = Modal;
    public string? CallbackId { get; init; }

    /// <summary>Up to 24 characters; null for the home page.</summary>
    public PlainWords? Title { get; init; }
    public PlainWords? Submit { get; init; }
    public PlainWords? Close { get; init; }

    /// <summary>Comes back with what is done in it; readable by whoever sees it.</summary>
    public string? PrivateMetadata { get; init; }
}

/// <summary>What becomes of a window that was submitted (<see href="https://docs.slack.dev/surfaces/modals#handling_submissions"/>).</summary>
internal sealed record SubmissionAnswer(string ResponseAction)
{
    public View? View { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string>? Errors { get; init; }

    /// <summary>The window stays as it was filled in, with a sentence below one of its fields.</summary>
    /// <param name="field">Its <c>block_id</c>.</param>
    public static SubmissionAnswer Amiss(string field, string sentence) =>
        new("errors") { Errors = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = sentence } };

    /// <summary>Another window in its place.</summary>
    public static SubmissionAnswer Show(View view) => new("update") { View = view };
}

/// <summary>The options of a menu that asked for them: at most 100.</summary>
internal sealed record OptionList(IReadOnlyList<Option> Options);
