using Bot.Core.Communities;

namespace Bot.Core.Moderation;

/// <summary>Who moderates in the communities of a platform, asked of it: for whoever comes by a browser, where it tells nothing with what they do.</summary>
public interface IModerators
{
    bool Serves(CommunityId community);

    ValueTask<Standing> Ask(CommunityId community, UserId user, CancellationToken cancellation);
}
