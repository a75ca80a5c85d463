using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Discord.Api;
using Bot.Host.Tests.Hosting;
using Bot.Testing;
using Bot.Testing.Discord;
using Microsoft.Extensions.DependencyInjection;
using NSec.Cryptography;

namespace Bot.Host.Tests.Discord;

/// <summary>Discord as the service meets it: it sends what people do, signed, and takes what the service asks of it, strictly.</summary>
internal sealed class DiscordSide : IAsyncDisposable
{
    public const string Guild = StandInWorld.Guild;
    public const string Channel = StandInWorld.Channel;
    public const string Person = StandInWorld.Person;
    public const string Other = "1200000000000000008";

    /// <summary>The menu of roles that moderate, where none was chosen yet.</summary>
    public const string RolesMenu = "1:set:roles:2:";

    /// <summary>What the bot may do where it was added as the guide says.</summary>
    public const string AllAllowed = "274878024704";

    private static readonly Key Signing = Key.Import(
        SignatureAlgorithm.Ed25519,
        [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
        KeyBlobFormat.RawPrivateKey
    );

    private readonly StandInServer server;
    private readonly TimeProvider time;
    private readonly List<(RunningHost Host, HttpClient Client)> hosts = [];
    private long last = 1_300_000_000_000_000_000;

    private DiscordSide(StandInDiscord standIn, StandInServer server, TimeProvider time) =>
        (StandIn, this.server, this.time) = (standIn, server, time);

    public StandInDiscord StandIn { get; }

    /// <summary>What everybody in the channel can see.</summary>
    public IReadOnlyList<StandInMessage> Seen => [.. StandIn.Messages.Where(message => !message.IsEphemeral && !message.IsDeleted)];

    public static async Task<DiscordSide> Open(TimeProvider time)
    {
        var standIn = new StandInDiscord(time) { InteractionsEndpoint = "https://dateline.example/discord/interactions" };
        return new DiscordSide(standIn, await StandInServer.InProcess(standIn), time);
    }

    /// <summary>The service, as Discord reaches it. The one started last gets what people do.</summary>
    /// <param name="token">Null: it has none.</param>
    public async Task<RunningHost> Start(
        TemporaryStories stories,
        CancellationToken cancellation,
        Action<IServiceCollection>? outside = null,
        bool token = true,
        params (string Key, string Value)[] settings
    )
    {
        var port = FreePort.Find();
        (string, string)[] ours =
        [
            ("Discord:Mode", "http"),
            ("Discord:PublicKey", Convert.ToHexStringLower(Signing.PublicKey.Export(KeyBlobFormat.RawPublicKey))),
            ("Discord:ApplicationId", StandIn.ApplicationId),
            ("Discord:BotToken", token ? StandIn.Token : ""),
            ("Discord:ApiBase", server.Api.ToString()),
            ("Public:Urls", $"http://127.0.0.1:{port}"),
            .. settings,
        ];
        var host = await RunningHost.Start(
            stories,
            services =>
            {
                services.AddKeyedSingleton(DiscordRequests.Door, (_, _) => server.Door());
                outside?.Invoke(services);
            },
            cancellation,
            time,
            development: false,
            ours
        );
        hosts.Add((host, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") }));
        return host;
    }

    /// <inheritdoc cref="StandInServer.Settle"/>
    public Task Settle(CancellationToken cancellation) => server.Settle(cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, client) in hosts)
        {
            client.Dispose();
            await host.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    /// <summary>Somebody does something; the answer that comes at once is checked and taken in as Discord would.</summary>
    public async Task<StandInAnswers.Asked> Do(Doing doing, CancellationToken cancellation)
    {
        var id = doing.Id ?? $"{++last}";
        var asked = StandIn.Interactions.Open(id, $"tok-{id}-{StandIn.Interactions.All.Count}", doing.Type, Channel, doing.On);
        var (status, text) = await Send(
            "/discord/interactions",
            doing.Body(id, asked.Token, StandIn.ApplicationId).ToJsonString(),
            cancellation
        );
        if (status == HttpStatusCode.Accepted)
        {
            // It was answered by a request of its own.
            (text, asked.Answer).ShouldSatisfyAllConditions(it => it.text.ShouldBeEmpty(), it => it.Answer.ShouldNotBeNull());
            return asked;
        }

        status.ShouldBe(HttpStatusCode.OK, text);
        StandIn.Interactions.AnsweredInPlace(asked.Token, JsonNode.Parse(text)!.AsObject()).ShouldBeEmpty();
        return asked;
    }

    public Task<StandInAnswers.Asked> Ask(string question, CancellationToken cancellation) =>
        Do(
            Doing.Typed(
                "ask",
                new JsonObject
                {
                    ["name"] = "question",
                    ["type"] = 3,
                    ["value"] = question,
                }
            ),
            cancellation
        );

    public Task<StandInAnswers.Asked> Press(string customId, CancellationToken cancellation, Func<Doing, Doing>? but = null) =>
        Do(
            (but ?? (doing => doing))(
                new Doing
                {
                    Type = 3,
                    Data = new JsonObject { ["custom_id"] = customId, ["component_type"] = 2 },
                }
            ),
            cancellation
        );

    /// <summary>Waits until what was acknowledged is answered.</summary>
    public async Task<string> Finished(StandInAnswers.Asked asked, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 500 && asked.Original!.IsLoading; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
        }

        asked.Original!.IsLoading.ShouldBeFalse("nothing took the place of the acknowledgement");
        asked.Original.IsEphemeral.ShouldBeTrue();
        return asked.Original.Content;
    }

    /// <summary>The button of this label under a message; null where there is none.</summary>
    public static string? Button(StandInMessage message, string label) =>
        message
            .Components.SelectMany(row => row!["components"]!.AsArray())
            .Where(button => ((string?)button!["label"])!.StartsWith(label, StringComparison.Ordinal))
            .Select(button => (string?)button!["custom_id"])
            .SingleOrDefault();

    /// <summary>Somebody who is not Discord sends it.</summary>
    public async Task<HttpStatusCode> SendUnsigned(string path, string body, CancellationToken cancellation)
    {
        using var content = new StringContent(body);
        using var response = await hosts[^1].Client.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
        return response.StatusCode;
    }

    public async Task<(HttpStatusCode Status, string Text)> Send(string path, string body, CancellationToken cancellation)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(
            "X-Signature-Ed25519",
            Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Signing, Encoding.UTF8.GetBytes(timestamp + body)))
        );
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        using var response = await hosts[^1].Client.SendAsync(request, cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellation));
    }
}

/// <summary>Something that a person does at Discord.</summary>
internal sealed record Doing
{
    public int Type { get; init; } = 2;
    public required JsonObject Data { get; init; }

    /// <summary>Null: a new one.</summary>
    public string? Id { get; init; }
    public string By { get; init; } = DiscordSide.Person;

    /// <summary>Null: a direct message.</summary>
    public string? Guild { get; init; } = DiscordSide.Guild;

    /// <summary>Whether the guild added the application, or only a person did.</summary>
    public bool IsInstalled { get; init; } = true;

    /// <summary>What the person may do: to begin with, write in channels and in threads.</summary>
    public string Permissions { get; init; } = "274877908992";

    /// <summary>What the bot may do.</summary>
    public string Allowed { get; init; } = DiscordSide.AllAllowed;
    public IReadOnlyList<string> Roles { get; init; } = [];
    public int ChannelType { get; init; }
    public StandInMessage? On { get; init; }

    /// <summary>Something is chosen in a menu of a message.</summary>
    /// <param name="kind">3 for a menu with options of its own, 6 for one of roles (<see href="https://discord.com/developers/docs/components/reference#component-object-component-types"/>).</param>
    public static Doing Chosen(string menu, int kind, params string[] values) =>
        new()
        {
            Type = 3,
            Data = new JsonObject
            {
                ["custom_id"] = menu,
                ["component_type"] = kind,
                ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
            },
        };

    /// <summary>A form as it comes back: what nobody wrote in is as it was.</summary>
    public static Doing Submitted(JsonObject form, params (string Key, string Value)[] values)
    {
        var written = values.ToDictionary(pair => pair.Key, pair => pair.Value);
        return new Doing
        {
            Type = 5,
            Data = new JsonObject
            {
                ["custom_id"] = (string)form["custom_id"]!,
                ["components"] = new JsonArray([
                    .. form["components"]!
                        .AsArray()
                        .Select(label => label!["component"]!)
                        .Select(field =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["type"] = 18,
                                    ["component"] =
                                        (int)field["type"]! == 5
                                            ? new JsonObject
                                            {
                                                ["type"] = 5,
                                                ["custom_id"] = (string)field["custom_id"]!,
                                                ["values"] = new JsonArray([
                                                    .. written
                                                        .GetValueOrDefault((string)field["custom_id"]!, "")
                                                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                                        .Select(person => (JsonNode)person),
                                                ]),
                                            }
                                        : (int)field["type"]! == 3
                                            ? new JsonObject
                                            {
                                                ["type"] = 3,
                                                ["custom_id"] = (string)field["custom_id"]!,
                                                ["values"] = new JsonArray(
                                                    written.GetValueOrDefault((string)field["custom_id"]!, Chosen(field))
                                                ),
                                            }
                                        : new JsonObject
                                        {
                                            ["type"] = 4,
                                            ["custom_id"] = (string)field["custom_id"]!,
                                            ["value"] = written.GetValueOrDefault(
                                                (string)field["custom_id"]!,
                                                (string?)field["value"] ?? ""
                                            ),
                                        },
                                }
                        ),
                ]),
            },
        };
    }

    /// <summary>What is chosen in a menu of a form at first.</summary>
    public static string Chosen(JsonNode select) =>
        (string?)select["options"]!.AsArray().FirstOrDefault(option => (bool?)option!["default"] == true)?["value"] ?? "";

    public static Doing Typed(string name, params JsonNode[] options) =>
        new()
        {
            Data = new JsonObject
            {
                ["name"] = name,
                ["type"] = 1,
                ["options"] = new JsonArray([.. options]),
            },
        };

    /// <summary>A command under another: <c>/digest list</c>.</summary>
    public static Doing Typed(string name, string under, params (string Name, string Value)[] options) =>
        Typed(
            name,
            new JsonObject
            {
                ["name"] = under,
                ["type"] = 1,
                ["options"] = new JsonArray([.. options.Select(option => Option(option.Name, option.Value))]),
            }
        );

    public static JsonObject Option(string name, string value) =>
        new()
        {
            ["name"] = name,
            ["type"] = 3,
            ["value"] = value,
        };

    public JsonObject Body(string id, string token, string application)
    {
        var body = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = application,
            ["type"] = Type,
            ["token"] = token,
            ["version"] = 1,
            ["channel_id"] = DiscordSide.Channel,
            ["channel"] = new JsonObject { ["id"] = DiscordSide.Channel, ["type"] = ChannelType },
            ["app_permissions"] = Allowed,
            ["locale"] = "en-GB",
            ["data"] = Data.DeepClone(),
            ["authorizing_integration_owners"] = IsInstalled ? new JsonObject { ["0"] = Guild ?? "0" } : new JsonObject { ["1"] = By },
        };
        if (Guild is not null)
        {
            body["guild_id"] = Guild;
            body["member"] = new JsonObject
            {
                ["user"] = new JsonObject { ["id"] = By, ["username"] = "jo" },
                ["permissions"] = Permissions,
                ["roles"] = new JsonArray([.. Roles.Select(role => (JsonNode)role)]),
            };
        }
        else
        {
            body["user"] = new JsonObject { ["id"] = By, ["username"] = "jo" };
        }

        if (On is not null)
        {
            body["message"] = On.Json();
        }

        return body;
    }
}
