using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;
using Bot.Slack.Api;
using Bot.Slack.Asking;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Home;

/// <summary>The bot's home page: what it is for, a button to ask, and the story so far. Made anew when somebody opens it, and not again within some seconds.</summary>
internal sealed partial class HomePage(Answering answering, SlackNames names, ISlackApi api, TimeProvider time, ILogger<HomePage> logger)
{
    private static readonly Parsed StorySoFar = new Parsed.Understood(new Command.Ask("", new AsOf()));

    private readonly RecentIds<(CommunityId, UserId)> shown = new(TimeSpan.FromSeconds(10), time);

    public async Task Show(CommunityId community, UserId user, CancellationToken cancellation)
    {
        if (
            shown.Add((community, user))
            && await api.PublishView(community, user, Of(community), cancellation) is Outcome<NoContent>.NotDone failed
        )
        {
            Log.NotShown(logger, failed.Why.Sentence);
        }
    }

    private View Of(CommunityId community)
    {
        var (reply, _) = answering.To(StorySoFar, community, names.Typed);
        Block[] top =
        [
            new Header(Window.Title),
            new RichText([
                Runs.Paragraph(Runs.Of("Answers questions on a developing story, each with its speaker, its status and its source.")),
            ]),
            new ActionRow([new Button(new PlainWords("Ask a question"), AskForm.OpenId)]),
            new Divider(),
        ];
        return new View([.. top, .. Renderer.Render(reply).Blocks]) { Type = View.Home };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody's home page was not shown. {Why}")]
        public static partial void NotShown(ILogger logger, string why);
    }
}
