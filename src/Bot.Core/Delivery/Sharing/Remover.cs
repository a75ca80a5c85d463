using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Buttons;

namespace Bot.Core.Delivery.Sharing;

/// <summary>The button under a post that takes it away again.</summary>
public sealed class Remover(ButtonIds buttons, Poster poster)
{
    /// <summary>Whoever had it posted may, and whoever moderates there.</summary>
    public bool May(Pressed.Remove pressed, CommunityId community, UserId by, bool moderates) =>
        moderates || buttons.Asker(community, by) == pressed.Asker;

    /// <returns>What is told to whoever pressed.</returns>
    public async Task<string> Remove(IPlatform platform, PostPlace at, CancellationToken cancellation) =>
        await poster.Remove(platform, at, cancellation) switch
        {
            Edited.Done => SharingWords.Removed,
            Edited.Refused refused => SharingWords.NotRemoved(refused.Why.Sentence),
            Edited.Unknown unknown => SharingWords.NotRemoved(unknown.Sentence),
            _ => throw new UnreachableException(),
        };
}
