using System.Globalization;
using System.Text.Json;

namespace Bot.Benchmarks.Interactions;

/// <summary>An interaction as Discord sends it, ready to go.</summary>
/// <param name="Kind">What is asked of the service.</param>
internal sealed record SignedRequest(string Kind, byte[] Body, string Signature, string Timestamp)
{
    public HttpRequestMessage Message(Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Body) };
        message.Content.Headers.ContentType = new("application/json");
        message.Headers.Add("X-Signature-Ed25519", Signature);
        message.Headers.Add("X-Signature-Timestamp", Timestamp);
        return message;
    }
}

/// <summary>Makes interactions and signs them.</summary>
internal sealed class SignedRequests(CrowdedStory story, int seed)
{
    private const int Command = 2;
    private const int Autocomplete = 4;
    private const string Guild = "1290000000000000100";

    /// <summary>For these no index finds anything.</summary>
    private static readonly string[] Bare =
    [
        "why?",
        "when?",
        "what happened after that?",
        "in what order did it happen?",
        "what is not known?",
    ];

    /// <summary>In a hundred requests so many are of each kind, the questions and the keystrokes most of all.</summary>
    private static readonly (int Share, Func<SignedRequests, int, SignedRequest> Make)[] Kinds =
    [
        (35, (all, number) => all.Slash("/ask", number, "ask", null, ("question", all.Question(number)))),
        (2, (all, number) => all.Slash("/ask, the story card", number, "ask", null)),
        (1, (all, number) => all.Slash("/ask, no word of content", number, "ask", null, ("question", Bare[number % Bare.Length]))),
        (
            1,
            (all, number) =>
                all.Slash("/ask, as of a day", number, "ask", null, ("question", all.Question(number)), ("as-of", "2025-09-26"))
        ),
        (12, (all, number) => all.Slash("/story who, a name", number, "story", "who", ("name", all.SomeName()))),
        (2, (all, number) => all.Slash("/story who", number, "story", "who")),
        (20, (all, number) => all.Typing("typing a name", number, "story", "who", "name", all.SomeName())),
        (20, (all, number) => all.Typing("typing a question", number, "ask", null, "question", all.SomeAsked())),
        (1, (all, number) => all.Slash("/story suspended", number, "story", "suspended")),
        (1, (all, number) => all.Slash("/story responses", number, "story", "responses")),
        (1, (all, number) => all.Slash("/story what", number, "story", "what")),
        (1, (all, number) => all.Slash("/story timeline", number, "story", "timeline")),
        (1, (all, number) => all.Slash("/story changes", number, "story", "changes")),
        (1, (all, number) => all.Slash("/story sources", number, "story", "sources")),
        (1, (all, number) => all.Slash("/story status", number, "story", "status")),
    ];

    private readonly Random chance = new(seed);

    /// <summary>As many as wanted, of all kinds in turn.</summary>
    public IReadOnlyList<SignedRequest> Make(int count)
    {
        var turns = Kinds.SelectMany(kind => Enumerable.Repeat(kind.Make, kind.Share)).ToArray();
        chance.Shuffle(turns);
        return [.. Enumerable.Range(0, count).Select(number => turns[number % turns.Length](this, number))];
    }

    private string Question(int number) => story.Question(number);

    private string SomeName() => story.Parties[story.SomeParty(chance)];

    private string SomeAsked() => story.Asked(chance.Next(story.Facts));

    /// <summary>What stands in the field while somebody types: from two characters on, one in ten with a slip.</summary>
    private SignedRequest Typing(string kind, int number, string command, string? sub, string option, string whole)
    {
        var typed = whole[..chance.Next(2, whole.Length + 1)];
        if (typed.Length > 6 && chance.Next(10) == 0)
        {
            typed = typed.Remove(chance.Next(1, typed.Length - 1), 1);
        }

        return Sign(
            kind,
            number,
            Autocomplete,
            command,
            sub,
            [
                new
                {
                    name = option,
                    type = 3,
                    value = typed,
                    focused = true,
                },
            ]
        );
    }

    private SignedRequest Slash(string kind, int number, string command, string? sub, params (string Name, string Value)[] options) =>
        Sign(
            kind,
            number,
            Command,
            command,
            sub,
            [
                .. options.Select(option => new
                {
                    name = option.Name,
                    type = 3,
                    value = option.Value,
                }),
            ]
        );

    private static SignedRequest Sign(string kind, int number, int type, string command, string? sub, object[] options)
    {
        var id = (1_290_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
        object[] given = sub is null
            ? options
            :
            [
                new
                {
                    name = sub,
                    type = 1,
                    options,
                },
            ];
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                application_id = "1290000000000000001",
                authorizing_integration_owners = new Dictionary<string, string> { ["0"] = Guild },
                channel_id = "1290000000000000200",
                context = 0,
                data = new
                {
                    id = "1290000000000000300",
                    name = command,
                    type = 1,
                    options = given,
                },
                guild_id = Guild,
                guild_locale = "en-US",
                id,
                locale = "en-US",
                member = new
                {
                    permissions = "2251799813685247",
                    roles = Array.Empty<string>(),
                    user = new
                    {
                        id = (1_290_000_000_000_500_000 + (number % 5_000)).ToString(CultureInfo.InvariantCulture),
                        username = "reader",
                    },
                },
                token = $"made-{id}",
                type,
                version = 1,
            }
        );
        return SigningKey.Sign(kind, body);
    }
}
