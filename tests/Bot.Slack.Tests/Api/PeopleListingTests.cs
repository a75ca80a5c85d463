using Bot.Core.Delivery;
using Bot.Wire;
using static Bot.Slack.Tests.Api.ScriptedSlack;

namespace Bot.Slack.Tests.Api;

/// <summary>Each letter of a name that is typed asks for the people of a workspace, and the letter after it stops waiting.</summary>
public sealed class PeopleListingTests
{
    [Fact]
    public async Task Who_stops_waiting_does_not_end_the_listing_and_who_asks_next_gets_it()
    {
        var second = new TaskCompletionSource<HttpResponseMessage>();
        using var slack = new ScriptedSlack(sent =>
            sent["cursor"] is null ? Task.FromResult(Page("U0ANN", "Ann", next: "more")) : second.Task
        );
        using var typing = new CancellationTokenSource();

        var first = slack.Api.People(Harbour, typing.Token);
        await slack.Run(Came(slack, 2));
        await typing.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        var next = slack.Api.People(Harbour, TestContext.Current.CancellationToken);
        second.SetResult(Page("U0SAM", "Sam", next: ""));

        (await slack.Run(next))
            .ShouldBeOfType<Outcome<IReadOnlyList<NamedUser>>.Done>()
            .Value.Select(user => user.Name)
            .ShouldBe(["Ann", "Sam"]);
        slack.Came.Count.ShouldBe(2);
    }

    private static async Task<bool> Came(ScriptedSlack slack, int requests)
    {
        while (slack.Came.Count < requests)
        {
            await Task.Yield();
        }

        return true;
    }

    private static HttpResponseMessage Page(string id, string name, string next) =>
        Ok(
            $$$"""
            "members":[{"id":"{{{id}}}","team_id":"T0HARBOR1","real_name":"{{{name}}}","profile":{"display_name":"{{{name}}}"}}],"response_metadata":{"next_cursor":"{{{next}}}"}
            """
        );
}
