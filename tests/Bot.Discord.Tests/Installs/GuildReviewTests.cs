using System.Text.RegularExpressions;
using Bot.Core.Communities;
using Bot.Discord.Installs;
using Bot.Discord.Tests.Api;
using Bot.Discord.Tests.Gateway;
using Bot.Wire;

namespace Bot.Discord.Tests.Installs;

public sealed partial class GuildReviewTests : IDisposable
{
    private const string NotFound = """{"code":0,"message":"404: Not Found"}""";
    private const string NoAccess = """{"code":50001,"message":"Missing Access"}""";

    private readonly SimulatedBot bot = new();
    private readonly SortedSet<ulong> withBot = [];
    private readonly Dictionary<ulong, (int Status, string Body)> commands = [];
    private readonly ScriptedDiscord discord;
    private readonly GuildReview review;

    public GuildReviewTests()
    {
        discord = new ScriptedDiscord(Answer);
        review = new GuildReview(discord.Api, bot.Communities);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        bot.Dispose();
        discord.Dispose();
    }

    [Fact]
    public async Task Every_server_of_the_list_is_known_however_many_pages_it_takes_and_one_that_is_back_has_not_left()
    {
        withBot.UnionWith(Enumerable.Range(1, 450).Select(guild => (ulong)guild));
        await bot.Communities.Left(Of(7), Cancellation);

        (await Look()).ShouldBeNull();

        var known = await bot.Communities.All(Cancellation);
        (known.Count, known.Count(each => each.Left is null)).ShouldBe((450, 450));
        discord.Came.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_that_is_not_in_the_list_has_left_only_where_Discord_lets_nobody_read_its_commands()
    {
        foreach (var guild in new ulong[] { 1, 2, 3 })
        {
            await bot.Communities.Seen(Of(guild), Cancellation);
        }

        await bot.Communities.Seen(new CommunityId("slack:T1"), Cancellation);
        withBot.Add(1);
        commands[2] = (200, "[]");

        (await Look()).ShouldBeNull();
        (await Left()).ShouldBe([3]);

        commands[3] = (200, "[]");
        (await Look()).ShouldBeNull();
        (await Left()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_asked_changes_nothing_and_the_others_are_asked_all_the_same()
    {
        await bot.Communities.Seen(Of(1), Cancellation);
        await bot.Communities.Seen(Of(2), Cancellation);
        commands[1] = (403, """{"code":20012,"message":"You are not authorized to perform this action on this application"}""");

        (await Look()).ShouldBeOfType<Failure.Refused>();
        (await Left()).ShouldBe([2]);
    }

    [Fact]
    public async Task Where_the_list_cannot_be_had_nothing_is_asked_and_nobody_has_left()
    {
        await bot.Communities.Seen(Of(1), Cancellation);
        using var refusing = new ScriptedDiscord(_ => ScriptedDiscord.Reply(401, NotFound));

        (await new GuildReview(refusing.Api, bot.Communities).Look(Cancellation)).ShouldBeOfType<Failure.Refused>();

        refusing.Came.ShouldHaveSingleItem();
        (await Left()).ShouldBeEmpty();
    }

    private static CommunityId Of(ulong guild) => new($"discord:{guild}");

    private Task<Failure?> Look() => discord.Run(review.Look(Cancellation));

    private async Task<IEnumerable<ulong>> Left() =>
        (await bot.Communities.All(Cancellation))
            .Where(each => each.Left is not null)
            .Select(each => GuildCommunity.Guild(each.Id)!.Value.Value);

    private HttpResponseMessage Answer(ScriptedDiscord.Sent sent)
    {
        if (List().Match(sent.Path) is { Success: true } list)
        {
            var page = withBot.Where(guild => guild > ulong.Parse(list.Groups[1].ValueSpan)).Take(200);
            return ScriptedDiscord.Reply(200, $"[{string.Join(',', page.Select(guild => $$"""{"id":"{{guild}}"}"""))}]");
        }

        var (status, body) = CommandsOf().Match(sent.Path) is { Success: true } one
            ? commands.GetValueOrDefault(ulong.Parse(one.Groups[1].ValueSpan), (403, NoAccess))
            : (404, NotFound);
        return ScriptedDiscord.Reply(status, body);
    }

    [GeneratedRegex(@"^/api/v10/users/@me/guilds\?after=(\d+)&limit=200$")]
    private static partial Regex List();

    [GeneratedRegex(@"^/api/v10/applications/1200000000000000001/guilds/(\d+)/commands\?")]
    private static partial Regex CommandsOf();
}
