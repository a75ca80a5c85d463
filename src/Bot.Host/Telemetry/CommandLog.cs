using Bot.Core.Communities;
using Bot.Core.Conversation;

namespace Bot.Host.Telemetry;

/// <summary>One line for each command from a platform: what it was, where, and what came of it. No word of what was asked, and nobody's name.</summary>
internal sealed partial class CommandLog(ILogger<CommandLog> logger)
{
    public void Note(string command, CommunityId community, Reply reply)
    {
        if (reply is AnswerReply { Answer.Outcome: var outcome })
        {
            Log.Answered(logger, command, community.Value, outcome.Word, outcome.ReasonWord ?? "");
        }
        else
        {
            Log.Answered(logger, command, community.Value, reply.GetType().Name, "");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Command} in {Community}: {Outcome} {Reason}")]
        public static partial void Answered(ILogger logger, string command, string community, string outcome, string reason);
    }
}
