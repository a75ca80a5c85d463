using System.Globalization;
using Bot.Core.Communities;

namespace Bot.Host.Cli;

/// <summary>What falls due, in the words of <c>restore</c> and <c>resume</c>.</summary>
internal static class DueWords
{
    /// <summary>A sentence for each community that left.</summary>
    public static IEnumerable<string> Of(IEnumerable<KnownCommunity> communities) =>
        communities
            .Where(community => community.Left is not null)
            .OrderBy(community => community.DueAt)
            .Select(community =>
                $"'{community.Id}' left on {Day(community.Left)}: all that is kept of it is due to be deleted on {Day(community.DueAt)}."
            );

    public static string Moment(DateTimeOffset moment) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    private static string Day(DateTimeOffset? moment) => string.Create(CultureInfo.InvariantCulture, $"{moment?.UtcDateTime:yyyy-MM-dd}");
}
