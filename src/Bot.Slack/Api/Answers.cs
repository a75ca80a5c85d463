using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Slack.Api;

/// <summary>Whose a token is (<see href="https://docs.slack.dev/reference/methods/auth.test"/>).</summary>
/// <param name="TeamId">The workspace; with an organisation's token, the organisation.</param>
/// <param name="UserId">The bot, as one who writes and is mentioned.</param>
/// <param name="BotId">The bot, as the app's part.</param>
internal sealed record AuthTest(
    [property: JsonRequired] string TeamId,
    [property: JsonRequired] string UserId,
    string? Team,
    string? User,
    string? BotId,
    string? AppId,
    string? EnterpriseId,
    bool IsEnterpriseInstall
)
{
    /// <summary>What the token may do; null where Slack does not say.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? Scopes { get; init; }
}

/// <summary>A channel (<see href="https://docs.slack.dev/reference/objects/conversation-object"/>).</summary>
internal sealed record Conversation([property: JsonRequired] string Id)
{
    public string? Name { get; init; }
    public bool IsIm { get; init; }
    public bool IsMpim { get; init; }
    public bool IsPrivate { get; init; }
    public bool IsArchived { get; init; }

    /// <summary>Whether the bot is in it.</summary>
    public bool IsMember { get; init; }
}

/// <summary>Somebody (<see href="https://docs.slack.dev/reference/objects/user-object"/>). What is missing is false.</summary>
internal sealed record User([property: JsonRequired] string Id)
{
    public string? TeamId { get; init; }
    public bool Deleted { get; init; }
    public bool IsBot { get; init; }
    public bool IsAppUser { get; init; }
    public bool IsAdmin { get; init; }
    public bool IsOwner { get; init; }
    public bool IsPrimaryOwner { get; init; }

    /// <summary>A guest of several channels.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A guest of one channel.</summary>
    public bool IsUltraRestricted { get; init; }

    /// <summary>Somebody of another organisation, in a shared channel.</summary>
    public bool IsStranger { get; init; }

    /// <summary>IANA name of the time zone that they chose.</summary>
    public string? Tz { get; init; }
    public string? Name { get; init; }
    public string? RealName { get; init; }
    public Profile? Profile { get; init; }

    /// <summary>As others see them.</summary>
    [JsonIgnore]
    public string? Called => new[] { Profile?.DisplayName, RealName, Name }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
}

internal sealed record Profile(string? DisplayName = null);

/// <summary>What an installation brings, and a renewal of its token (<see href="https://docs.slack.dev/reference/methods/oauth.v2.access"/>).</summary>
internal sealed record OAuthAccess
{
    public string? AccessToken { get; init; }

    /// <summary>Null where the token does not expire.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>In seconds.</summary>
    public double? ExpiresIn { get; init; }
    public string? AppId { get; init; }

    /// <summary>What was granted, parted by commas.</summary>
    public string? Scope { get; init; }

    /// <summary>Null for an organisation as a whole.</summary>
    public OAuthTeam? Team { get; init; }
    public bool IsEnterpriseInstall { get; init; }
    public OAuthUser? AuthedUser { get; init; }

    /// <summary>The tokens stay out of what is printed.</summary>
    public override string ToString() => $"{nameof(OAuthAccess)} {{ Team = {Team?.Id} }}";
}

internal sealed record OAuthTeam([property: JsonRequired] string Id, string? Name);

/// <param name="Id">Who installed it.</param>
internal sealed record OAuthUser(string? Id);

internal sealed record PostedAnswer([property: JsonRequired] string Channel, [property: JsonRequired] string Ts);

internal sealed record ConversationAnswer([property: JsonRequired] Conversation Channel);

internal sealed record UserAnswer([property: JsonRequired] User User);

internal sealed record PeopleAnswer([property: JsonRequired] IReadOnlyList<User> Members, ResponseMetadata? ResponseMetadata);

internal sealed record GroupAnswer([property: JsonRequired] IReadOnlyList<string> Users);

internal sealed record GroupsAnswer([property: JsonRequired] IReadOnlyList<UserGroup> Usergroups);

/// <summary>A group of people with a name of its own (<see href="https://docs.slack.dev/reference/objects/usergroup-object"/>).</summary>
/// <param name="Id">It begins with an S.</param>
internal sealed record UserGroup([property: JsonRequired] string Id, [property: JsonRequired] string Name);

internal sealed record UploadAnswer([property: JsonRequired] string UploadUrl, [property: JsonRequired] string FileId);

internal sealed record SocketAnswer([property: JsonRequired] string Url)
{
    /// <summary>The address is a ticket.</summary>
    public override string ToString() => nameof(SocketAnswer);
}

internal sealed record HistoryPage([property: JsonRequired] IReadOnlyList<PastMessage> Messages, ResponseMetadata? ResponseMetadata);

internal sealed record PastMessage([property: JsonRequired] string Ts, MessageMetadata? Metadata);

/// <summary>What a message carries that nobody is shown (<see href="https://docs.slack.dev/messaging/message-metadata"/>); whoever can read the channel by the API can read it.</summary>
internal sealed record MessageMetadata([property: JsonRequired] string EventType, JsonElement EventPayload);

internal sealed record FileNote(string Id, string Title);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(AuthTest))]
[JsonSerializable(typeof(OAuthAccess))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(GroupAnswer))]
[JsonSerializable(typeof(GroupsAnswer))]
[JsonSerializable(typeof(UploadAnswer))]
[JsonSerializable(typeof(SocketAnswer))]
[JsonSerializable(typeof(HistoryPage))]
[JsonSerializable(typeof(MessageMetadata))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<FileNote>))]
internal sealed partial class AnswerJson : JsonSerializerContext;
