namespace Bot.Testing.Slack;

/// <summary>Where the bot may write, and what it sees.</summary>
internal static class Membership
{
    /// <param name="channel">A person's id stands for the messages with them.</param>
    /// <returns>Why it may not; null where it may.</returns>
    public static string? MayPost(this SlackWorld world, SlackCall call, out SlackChannel channel)
    {
        var (by, id) = (call.By!, call["channel"]!);
        if (world.Users.TryGetValue(id, out var user) && user.Team == by.Team)
        {
            channel = world.Direct(by.Team, id);
            return null;
        }

        return world.MaySee(by, id, out channel) is { } unseen ? unseen
            : channel.IsArchived ? "is_archived"
            : channel.Members.Contains(by.Bot) || by.Scopes.Contains("chat:write.public") ? null
            : "not_in_channel";
    }

    /// <returns>Why it may not; null where it may.</returns>
    public static string? MaySee(this SlackWorld world, SlackInstallation by, string id, out SlackChannel channel)
    {
        var isThere =
            world.Channels.TryGetValue(id, out var found)
            && found.Team == by.Team
            && (found.Members.Contains(by.Bot) || !(found.IsPrivate || found.IsDirect));
        channel = found!;
        return isThere ? null : "channel_not_found";
    }
}
