namespace Bot.Discord.Api;

/// <summary>One request to Discord.</summary>
internal sealed record Request(HttpMethod Method, Route Route)
{
    /// <summary>The patience of what nobody waits for in particular.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    /// <summary>What stands after the path, with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Null for a request without a body.</summary>
    public byte[]? Json { get; init; }

    public IReadOnlyList<Upload> Files { get; init; } = [];

    /// <summary>Whether doing it twice is as doing it once, so that it may be sent again where no answer came.</summary>
    public bool Repeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>How long an answer to one try may take, after its turn has come.</summary>
    public TimeSpan AnswerWithin { get; init; } = DiscordClient.AnswerWithin;

    /// <summary>How long the caller waits in all, for turns, pauses and answers.</summary>
    public TimeSpan Patience { get; init; } = Usual;

    /// <summary>Made anew for every try, since what was sent cannot be sent again.</summary>
    public HttpRequestMessage Message() =>
        new(Method, new Uri(Route.Path + Query, UriKind.Relative)) { Content = Json is { } json ? RequestBody.Of(json, Files) : null };
}

/// <summary>A file that is sent with a message.</summary>
/// <param name="Name">Letters, digits, <c>.</c>, <c>-</c> and <c>_</c>: other characters are altered by Discord, and then <c>attachment://</c> finds nothing.</param>
/// <param name="Description">Alternative text, up to 1,024 characters.</param>
internal sealed record Upload(string Name, string ContentType, byte[] Bytes, string Description);
