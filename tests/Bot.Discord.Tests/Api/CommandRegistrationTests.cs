using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Core.Conversation;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Api;

public sealed partial class CommandRegistrationTests
{
    private readonly ScriptedCommands there = new();
    private readonly FakeTimeProvider time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_are_registered_once_and_nothing_is_written_when_they_stand()
    {
        (await Register()).Count.ShouldBe(CommandList.All.Count);

        (await Register()).ShouldBeEmpty();
        there.Commands.Count.ShouldBe(CommandList.All.Count);
        there.Posts.ShouldBe(CommandList.All.Count);
    }

    [Fact]
    public async Task Only_what_differs_is_written_and_what_is_not_ours_is_left_alone()
    {
        await Register();
        there.Commands.Add(JsonNode.Parse("""{"id":"9","name":"dance","type":1,"description":"not ours"}""")!.AsObject());
        there.Commands.First(command => (string?)command["name"] == "why")["description"] = "of an earlier version";
        there.Commands.First(command => (string?)command["name"] == "privacy")["options"] = new JsonArray(
            JsonNode.Parse("""{"type":3,"name":"old","description":"gone"}""")
        );

        (await Register()).ShouldBe(["why", "privacy"], ignoreOrder: true);

        there.Commands.ShouldContain(command => (string?)command["name"] == "dance");
        (await Register()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_limit_is_waited_for_as_long_as_Discord_says()
    {
        there.Limited = 2;
        var registering = Register();
        while (!registering.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        (await registering).Count.ShouldBe(CommandList.All.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "does not take the bot's token")]
    [InlineData(HttpStatusCode.Forbidden, "must be of the same application")]
    [InlineData(HttpStatusCode.BadRequest, "refused what was sent")]
    public async Task A_refusal_is_a_sentence_without_the_token(HttpStatusCode status, string says)
    {
        there.Refusing = status;

        var outcome = await Registration().Register(Cancellation);

        outcome.ShouldBeOfType<Outcome<IReadOnlyList<string>>.NotDone>().Why.Sentence.ShouldContain(says);
        outcome.ToString().ShouldNotContain("tok-secret");
    }

    [Fact]
    public async Task Who_may_see_a_command_and_where_it_works_come_from_the_catalogue()
    {
        await Register();

        var settings = there.Commands.Single(command => (string?)command["name"] == "settings");
        (
            (string?)settings["default_member_permissions"],
            settings["contexts"]!.ToJsonString(),
            settings["integration_types"]!.ToJsonString()
        ).ShouldBe(("32", "[0]", "[0]"));
        var ask = there.Commands.Single(command => (string?)command["name"] == "ask");
        (ask["default_member_permissions"], ask["contexts"]!.ToJsonString(), ask["integration_types"]!.ToJsonString()).ShouldBe(
            (null, "[0,1,2]", "[0,1]")
        );
        settings["default_member_permissions"] = "8";
        ask["default_member_permissions"] = "32";

        (await Register()).ShouldBe(["ask", "settings"]);
        Catalogue
            .All.GroupBy(entry => entry.Path.Split(' ')[0])
            .ShouldAllBe(group => group.Select(e => new { e.Who, e.Where }).Distinct().Count() == 1);
    }

    [Fact]
    public async Task The_menu_of_a_message_has_what_the_catalogue_has_for_it()
    {
        await Register();

        var menu = there.Commands.Where(command => (int)command["type"]! == 3).ToList();
        menu.Select(command => (string?)command["name"]).ShouldBe(Catalogue.Menu.Select(entry => entry.Name));
        menu.ShouldNotBeEmpty();
        menu.ShouldAllBe(command => !command.ContainsKey("options"));
    }

    [Fact]
    public async Task For_trying_out_they_are_registered_in_some_guilds_only()
    {
        there.Path = new(@"^/api/v10/applications/1200000000000000001/guilds/(77|88)/commands$");

        (await Register(77, 88)).Count.ShouldBe(CommandList.All.Count);

        there.Commands.ShouldAllBe(command => !command.ContainsKey("contexts") && !command.ContainsKey("integration_types"));
        there.Asked.ShouldBe([
            "/api/v10/applications/1200000000000000001/guilds/77/commands",
            "/api/v10/applications/1200000000000000001/guilds/88/commands",
        ]);
        (await Register(77)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_is_as_Discord_takes_it_and_each_of_the_catalogue_is_there()
    {
        foreach (var command in CommandList.All.Where(command => command.Type == 1))
        {
            Check(command.Name, command.Description!, command.Options);
        }

        CommandList
            .All.Where(command => command.Type == 3)
            .ShouldAllBe(command => command.Name.Length <= 32 && command.Description == null);
        var paths = CommandList
            .All.Where(command => command.Type == 1)
            .SelectMany(command =>
                command.Options?.Any(option => option.Type == 1) == true
                    ? command.Options.Select(option => $"{command.Name} {option.Name}")
                    : [command.Name]
            );
        paths.ShouldBe(Catalogue.All.Select(entry => entry.Path), ignoreOrder: true);
    }

    [Fact]
    public void Every_command_and_all_it_takes_is_described_in_German_too()
    {
        var descriptions = new List<IReadOnlyDictionary<string, string>?>();
        foreach (var command in CommandList.All.Where(command => command.Type == 1))
        {
            descriptions.Add(command.DescriptionLocalizations);
            Collect(command.Options);
        }

        descriptions.Count.ShouldBeGreaterThan(Catalogue.All.Count);
        descriptions.Count(said => said is null).ShouldBe(1, "but for the words that stand for themselves, in /help");
        descriptions.OfType<IReadOnlyDictionary<string, string>>().ShouldAllBe(said => said["de"].Length >= 1 && said["de"].Length <= 100);
        CommandList
            .All.Where(command => command.Type == 3)
            .Select(command => command.NameLocalizations!["de"])
            .ShouldBe(["Dazu fragen", "Als Tatsache aufnehmen", "Als falsch melden"]);

        void Collect(IReadOnlyList<ApplicationCommandOption>? options)
        {
            foreach (var option in options ?? [])
            {
                descriptions.Add(option.DescriptionLocalizations);
                Collect(option.Options);
            }
        }
    }

    private static void Check(string name, string description, IReadOnlyList<ApplicationCommandOption>? options)
    {
        Name().IsMatch(name).ShouldBeTrue(name);
        description.Length.ShouldBeInRange(1, 100, name);
        (options?.Count ?? 0).ShouldBeLessThanOrEqualTo(25);
        foreach (var option in options ?? [])
        {
            Check(option.Name, option.Description, option.Options);
            (option.Choices?.Count ?? 0).ShouldBeLessThanOrEqualTo(25);
            (option.Choices is not null && option.Autocomplete == true).ShouldBeFalse(option.Name);
        }
    }

    private async Task<IReadOnlyList<string>> Register(params ulong[] guilds) =>
        (await Registration(guilds).Register(Cancellation)).ShouldBeOfType<Outcome<IReadOnlyList<string>>.Done>().Value;

    private CommandRegistration Registration(params ulong[] guilds) =>
        new(
            new DiscordApi(
                new DiscordClient(
                    there,
                    new Uri("https://discord.test/api/v10/"),
                    "tok-secret",
                    time,
                    RandomNumberGenerator.Fill,
                    NullLogger<DiscordClient>.Instance
                ),
                new Snowflake(1200000000000000001)
            ),
            [.. guilds.Select(guild => new Snowflake(guild))]
        );

    [GeneratedRegex(@"^[-_'\p{Ll}\p{N}]{1,32}\z")]
    private static partial Regex Name();

    /// <summary>Discord's commands, as far as they are asked for; anything else is a failure.</summary>
    private sealed class ScriptedCommands : HttpMessageHandler
    {
        public List<JsonObject> Commands { get; } = [];
        public int Posts { get; private set; }
        public int Limited { get; set; }
        public HttpStatusCode? Refusing { get; set; }
        public Regex Path { get; set; } = new("^/api/v10/applications/1200000000000000001/commands$");

        /// <summary>Where it was looked what there is.</summary>
        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri!.AbsolutePath.ShouldMatch(Path.ToString());
            request.Headers.Authorization.ShouldBe(new AuthenticationHeaderValue("Bot", "tok-secret"));
            request.Headers.UserAgent.ToString().ShouldStartWith("DiscordBot (https://");
            if (Refusing is { } status)
            {
                return Reply(status, """{"code":50035,"message":"Invalid Form Body"}""");
            }

            if (Limited-- > 0)
            {
                var limited = Reply(
                    HttpStatusCode.TooManyRequests,
                    """{"message":"You are being rate limited.","retry_after":3,"global":false}"""
                );
                limited.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(3));
                return limited;
            }

            if (request.Method == HttpMethod.Get)
            {
                Asked.Add(request.RequestUri.AbsolutePath);
                return Reply(HttpStatusCode.OK, new JsonArray([.. Commands.Select(command => command.DeepClone())]).ToJsonString());
            }

            request.Method.ShouldBe(HttpMethod.Post);
            Posts++;
            var sent = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            Commands.RemoveAll(command => ((string?)command["name"], (int)command["type"]!) == ((string?)sent["name"], (int)sent["type"]!));
            sent["id"] = $"{Posts}";
            sent["version"] = "1";
            sent["default_member_permissions"] ??= null;
            sent["description"] ??= "";
            sent["nsfw"] = false;
            sent["name_localizations"] ??= null;
            sent["description_localizations"] ??= null;
            Commands.Add(sent);
            return Reply(HttpStatusCode.Created, sent.ToJsonString());
        }

        private static HttpResponseMessage Reply(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };
    }
}
