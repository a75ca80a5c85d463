using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Host.Console;

/// <summary>One look at the shelf for one request: which story is read, in which state, on which day.</summary>
internal sealed class Reading(Shelf shelf, TimeProvider time)
{
    private readonly Shelf shelf = shelf;
    private string? wanted;
    private StorySnapshot? story;

    /// <summary>Taken once, so that all of a page is of one state.</summary>
    public ShelfState Shelf { get; private set; } = shelf.Now;

    /// <summary>As whom the stories are read.</summary>
    public CommunityId Community { get; set; } = CommunityId.Local;

    /// <summary>What the pages stand under: nothing for readers.</summary>
    public string Root { get; set; } = "";

    public CommunitySettings Settings => shelf.Settings(Community);

    /// <summary>As it is told at this machine; null while nothing is loaded, or for a story that is not there.</summary>
    public StorySnapshot? Story => story ??= shelf.Story(Shelf, Community, wanted);

    /// <summary>Every story there is to read.</summary>
    public IEnumerable<StorySnapshot> Stories => shelf.Stories(Shelf, Community);

    /// <summary>The story asked for by name; null for the default one.</summary>
    public StorySlug? Named => wanted is null ? null : new StorySlug(wanted);

    /// <summary>The story a form has to send along; null where there is no choice.</summary>
    public string? Slug => Stories.Skip(1).Any() || wanted is not null ? Story?.Story.Slug.Value : null;

    /// <summary>In the story's time zone.</summary>
    public DateOnly Today => Story is { } story ? story.DayOf(time.GetUtcNow()) : DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public Presenter Presenter => new(Story!, Today);

    /// <summary>The facts in force now.</summary>
    public IEnumerable<Revision> Current => Story!.InForce;

    /// <param name="slug">As it came with the request; empty for the default story.</param>
    public void Open(string? slug) => (wanted, story) = (string.IsNullOrWhiteSpace(slug) ? null : slug.Trim(), null);

    /// <summary>Looks again, after something was changed.</summary>
    public void Refresh() => (Shelf, story) = (shelf.Now, null);

    /// <summary>A path with its query; the story goes along where there is a choice.</summary>
    public string Link(string path, params ReadOnlySpan<(string Key, string? Value)> query)
    {
        var link = path;
        var mark = path.Contains('?') ? '&' : '?';
        foreach (var (key, value) in (ReadOnlySpan<(string, string?)>)[.. query, ("story", IsDefault ? null : Slug)])
        {
            if (!string.IsNullOrEmpty(value))
            {
                link += $"{mark}{key}={Uri.EscapeDataString(value)}";
                mark = '&';
            }
        }

        return link;
    }

    public string FactLink(FactId id) => Link($"{Root}/facts/{Uri.EscapeDataString(id.Value)}");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"1 fact", "2 facts".</summary>
    public static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private bool IsDefault => Story?.Story.Slug == (Settings.Story ?? Shelf.Default);
}
