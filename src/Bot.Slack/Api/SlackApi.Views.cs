using System.Text.Json;
using Bot.Core.Communities;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <content>Windows and home pages (<see href="https://docs.slack.dev/surfaces/modals"/>).</content>
internal sealed partial class SlackApi
{
    /// <summary>Of the three seconds that what leads to a window can be used.</summary>
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(2.2);

    public Task<Outcome<NoContent>> OpenView(CommunityId workspace, string triggerId, View view, CancellationToken cancellation) =>
        Do(
            new Call("views.open", workspace)
            {
                Repeatable = false,
                AnswerWithin = OpenWithin,
                Patience = OpenWithin,
            }
                .With("trigger_id", triggerId)
                .With("view", Json(view)),
            cancellation
        );

    public Task<Outcome<NoContent>> UpdateView(CommunityId workspace, string viewId, View view, CancellationToken cancellation) =>
        Do(new Call("views.update", workspace).With("view_id", viewId).With("view", Json(view)), cancellation);

    public Task<Outcome<NoContent>> PublishView(CommunityId workspace, UserId user, View home, CancellationToken cancellation) =>
        Do(new Call("views.publish", workspace).With("user_id", user.Value).With("view", Json(home)), cancellation);

    private static string Json(View view) => JsonSerializer.Serialize(view, SlackJson.Default.View);
}
