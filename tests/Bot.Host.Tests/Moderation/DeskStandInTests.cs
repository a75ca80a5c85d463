using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Host.Tests.Console;
using Bot.Host.Tests.Discord;
using Bot.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Moderation;

/// <summary>Whoever manages a server names at its desk in a browser who stands in for a second moderator.</summary>
public sealed class DeskStandInTests : DeskSide
{
    private const string Keepers = "1200000000000000077";
    private const string Helpers = "1200000000000000078";

    [Fact]
    public async Task Whoever_manages_the_server_names_who_stands_in_and_names_nobody_again()
    {
        var host = await Start();
        Join(DiscordSide.Other);
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Community);
        var page = await ann.Press(await ann.Open("/moderate/queue"), "Stand-ins");
        page.Text.ShouldContain("Nobody stands in for a second moderator now.");

        var named = await Name(ann, page, ("people", DiscordSide.Other), ("days", "1"));
        named.Text.ShouldContain("Done.");
        named.Text.ShouldContain($"Until 2 June 2026, 09:00 UTC these stand in for a second moderator: {DiscordSide.Other}");
        (await Why(DiscordSide.Other)).ShouldStartWith("You stand in for a second moderator until 2 June 2026, 09:00 UTC.");
        host.Log.Text.ShouldContain("StoodInBy, asked for at the console by p");

        var over = await Name(ann, named, ("people", ""));
        over.Text.ShouldContain("Nobody stands in for a second moderator now.");
        (await Why(DiscordSide.Other)).ShouldStartWith("You do not moderate here.");
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_only_moderates_sees_who_stands_in_and_who_manages_no_more_when_the_form_comes_back_names_nobody()
    {
        var host = await Start();
        Discord.StandIn.World.Guilds[DiscordSide.Guild]["roles"]![0]!["permissions"] = "0";
        AddRole(Keepers, "32");
        AddRole(Helpers, "8192");
        Join(DiscordSide.Other, Keepers, Helpers);
        using var sam = await Moderator.SignIn(host, DiscordSide.Other, Community);
        var page = await sam.Open("/moderate/stand-ins");
        Moderator.ButtonsOf(page).ShouldContain("Name them");
        (await Within(sam.Open("/moderate/stand-ins/offer?typed=sam"))).Text.ShouldContain("sam");

        Join(DiscordSide.Other, Helpers);
        var refused = await Name(sam, page, ("people", DiscordSide.Person), ("days", "1"));
        refused.Text.ShouldContain("Only who manages the server or workspace");
        Moderator.ButtonsOf(refused).ShouldNotContain("Name them");
        refused.Text.ShouldContain("Whoever manages the server or workspace, as its platform tells, names them");
        Settings(host).StandIns.ShouldBeNull();
        (await Within(sam.Open("/moderate/stand-ins/offer?typed=sam"))).Text.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_many_and_who_is_not_of_the_server_are_refused_and_what_was_filled_in_stays()
    {
        var host = await Start();
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Community);
        var page = await ann.Open("/moderate/stand-ins");
        var strange = await Name(ann, page, ("people", $"{DiscordSide.Person} 42"), ("days", "14"));
        strange.Text.ShouldContain("\u201C42\u201D is nobody of this server or workspace.");
        var (_, filled) = Moderator.Form(strange, "Name them");
        (filled["field.people"], filled["field.days"]).ShouldBe(($"{DiscordSide.Person} 42", "14"));

        var many = Enumerable.Range(0, StandIns.Most + 1).Select(i => $"12000000000000001{i:00}").ToList();
        many.ForEach(person => Join(person));
        (await Name(ann, strange, ("people", string.Join(' ', many)))).Text.ShouldContain("Those are too many: 10 people");
        Settings(host).StandIns.ShouldBeNull();

        using var local = await Moderator.SignIn(host, "admin");
        (await local.Open("/moderate/stand-ins")).Status.ShouldBe(404);
        (await local.Open("/moderate/settings")).Text.ShouldContain("whoever opens a link of this machine moderates");
    }

    [Fact]
    public async Task People_are_offered_while_a_name_is_typed_and_named_as_they_were_offered_or_by_ids_one_after_another()
    {
        var host = await Start();
        Join(DiscordSide.Other)["nick"] = "Sam (the smith), elder";
        using var ann = await Moderator.SignIn(host, DiscordSide.Person, Community);
        var page = await ann.Open("/moderate/stand-ins");
        page.Html.ShouldContain("data-suggest=\"/moderate/stand-ins/offer\"");

        var offered = await Within(ann.Open("/moderate/stand-ins/offer?typed=42,%20sA"));
        offered.Text.Trim().ShouldStartWith("<li role=\"option\"");
        offered.Text.ShouldContain($"data-text=\"42, Sam the smith elder ({DiscordSide.Other}), \"");
        (await ann.Open("/moderate/stand-ins/offer?typed=sam,%20")).Text.Trim().ShouldBeEmpty();
        (await Within(ann.Open("/moderate/stand-ins/offer?typed=nobody"))).Text.Trim().ShouldBeEmpty();

        var named = await Name(ann, page, ("people", $"Sam the smith elder ({DiscordSide.Other}), {DiscordSide.Person}, "), ("days", "1"));
        named.Text.ShouldContain("Done.");
        Settings(host).StandIns!.Value.People.Count.ShouldBe(2);
        var wrong = await Name(ann, named, ("people", "Sam"));
        wrong.Text.ShouldContain("\u201CSam\u201D is nobody of this server or workspace. Choose from what is offered");
        Moderator.Form(wrong, "Name them").Values["field.people"].ShouldBe("Sam");
        Discord.StandIn.Violations.ShouldBeEmpty();
    }

    private Task<Page> Name(Moderator moderator, Page page, params (string Key, string Value)[] fields) =>
        Within(moderator.Press(page, "Name them", fields));

    private async Task<string> Why(string by) =>
        (
            await Discord.Do(Doing.Typed("why", Doing.Option("about", "denied")) with { By = by, Permissions = "2048" }, Cancellation)
        ).Original!.Content.Replace("\u200B", "", StringComparison.Ordinal);

    private static CommunitySettings Settings(RunningHost host) => host.Services.GetRequiredService<Shelf>().Settings(Community);
}
