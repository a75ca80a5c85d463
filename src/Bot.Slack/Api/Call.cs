using Bot.Core.Communities;
using Bot.Core.Delivery;

namespace Bot.Slack.Api;

/// <summary>One call of a method of the Web API (<see href="https://docs.slack.dev/apis/web-api"/>).</summary>
/// <param name="Method">As in <c>chat.postMessage</c>.</param>
/// <param name="Workspace">Whose limits it counts under; null for what the app asks as itself.</param>
internal sealed record Call(string Method, CommunityId? Workspace = null)
{
    /// <summary>The patience of what nobody waits for in particular.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);

    private readonly List<KeyValuePair<string, string>> fields = [];

    /// <summary>The channel into which it posts, so that posts there keep their distance; null for what posts nothing.</summary>
    public PlaceId? PostsTo { get; init; }

    /// <summary>Whether doing it twice is as doing it once, so that it may be sent again where no answer came.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>How long an answer to one try may take, after its turn has come.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the caller waits in all, for turns, pauses and answers.</summary>
    public TimeSpan Patience { get; init; } = Usual;

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <param name="value">Text, or JSON as text; null leaves the field out.</param>
    public Call With(string name, string? value)
    {
        if (value is not null)
        {
            fields.Add(new(name, value));
        }

        return this;
    }

    public Call With(string name, bool value) => With(name, value ? "true" : "false");

    /// <summary>
    /// Made anew for every try, since what was sent cannot be sent again. A form without a charset is what every method takes
    /// (<see href="https://docs.slack.dev/apis/web-api#post-bodies"/>).
    /// </summary>
    public HttpRequestMessage Message() =>
        new(HttpMethod.Post, new Uri(Method, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
}
