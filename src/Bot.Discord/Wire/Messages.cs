using System.Text.Json.Serialization;
using Bot.Discord.Api;

namespace Bot.Discord.Wire;

/// <summary>
/// A message to a channel (<see href="https://discord.com/developers/docs/resources/message#create-message"/>). Sent twice with the same nonce it is made once.
/// </summary>
internal sealed record MessageCreate
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<ActionRow>? Components { get; init; }
    public int? Flags { get; init; }
    public MessageReference? MessageReference { get; init; }
    public Mentions AllowedMentions => Mentions.None;
    public required Nonce Nonce { get; init; }
    public bool EnforceNonce => true;

    /// <summary>Of the files; written by <see cref="DiscordApi"/>.</summary>
    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }

    public static MessageCreate Of(MessageData message, Nonce nonce) =>
        new()
        {
            Content = message.Content,
            Embeds = message.Embeds,
            Components = message.Components,
            Nonce = nonce,
        };
}

/// <summary>A further answer to an interaction (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding#create-followup-message"/>).</summary>
internal sealed record FollowUp
{
    private const int Ephemeral = 64;

    /// <summary>Only whoever asked sees it.</summary>
    public static FollowUp Privately(MessageData message) =>
        new()
        {
            Content = message.Content,
            Embeds = message.Embeds,
            Components = message.Components,
            Flags = Ephemeral,
        };

    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>64: only whoever asked sees it.</summary>
    public int? Flags { get; init; }
    public Mentions AllowedMentions => Mentions.None;

    /// <summary>Of the files; written by <see cref="DiscordApi"/>.</summary>
    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }
}

/// <summary>
/// What an edit changes; what it does not name stays (<see href="https://discord.com/developers/docs/resources/message#edit-message"/>). That nobody is called is said
/// again, since an edit does not remember it.
/// </summary>
internal sealed record MessageEdit
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<string> Content { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<IReadOnlyList<Embed>> Embeds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<IReadOnlyList<ActionRow>> Components { get; init; }

    /// <summary>All that shall stay must be named: kept ones by their id, new ones are added by <see cref="DiscordApi"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<IReadOnlyList<AttachmentNote>> Attachments { get; init; }
    public int? Flags { get; init; }
    public Mentions AllowedMentions => Mentions.None;

    /// <summary>All that a message shows, in place of what was there.</summary>
    public static MessageEdit To(MessageData message) =>
        new()
        {
            Content = Change.To(message.Content),
            Embeds = Change.To(message.Embeds),
            Components = Change.To(message.Components),
        };
}

/// <summary>A reply to a message; when that is gone, it is an ordinary message.</summary>
internal sealed record MessageReference(Snowflake MessageId)
{
    public bool FailIfNotExists => false;
}

/// <param name="Id">Of a new file its number, of one that stays its id.</param>
internal sealed record AttachmentNote(string Id, string? Filename = null, string? Description = null);

/// <summary>A message as Discord tells it: only what is read here.</summary>
internal sealed record PostedMessage
{
    public required Snowflake Id { get; init; }
    public required Snowflake ChannelId { get; init; }
    public string? Content { get; init; }
    public User? Author { get; init; }
    public int Flags { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public MessageReference? MessageReference { get; init; }
    public IReadOnlyList<PostedRow>? Components { get; init; }
}

/// <summary>What stands below a message, as Discord tells it.</summary>
internal sealed record PostedRow(IReadOnlyList<PostedComponent>? Components);

internal sealed record PostedComponent(string? CustomId);

internal sealed record Attachment(Snowflake Id, string Filename);
