using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;

namespace Bot.Core.Moderation.Drafting;

/// <summary>Where the fact is from: a source of the story by its link, id or name, else a new one. A link is written down, not read.</summary>
internal static class ReadSource
{
    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story)
    {
        var from = fact.Sheet.From;
        return from.Length == 0 ? fact.Lacks(DraftWords.NoSource)
            : Address(from) is { } address
                ? fact with
                {
                    Source = ByLink(address, story) is { } known ? Given(known, fact, story) : Page(address),
                }
            : ByName(from, story) is { } named ? fact with { Source = Given(named, fact, story) }
            : from.Contains("://", StringComparison.Ordinal) ? fact.Lacks(DraftWords.NotAnAddress)
            : fact with { Source = new GivenSource.Unlisted(from, from, from.ToLowerInvariant(), Url: null) };
    }

    private static GivenSource Given(Source source, ProposedFact fact, StorySnapshot story) =>
        source.Seed is { } seed && Holds(story.Book[seed], fact.Sheet.Sentence)
            ? new GivenSource.Quoted(source, seed)
            : new GivenSource.Noted(source);

    private static bool Holds(Seed seed, string sentence) =>
        sentence.Length > 0
        && seed.Text.IndexOf(sentence, StringComparison.Ordinal) is >= 0 and var at
        && seed.Text.IndexOf(sentence, at + 1, StringComparison.Ordinal) < 0
        && seed.Passages.Any(passage => passage.Start <= at && at < passage.End);

    private static Uri? Address(string from) =>
        Uri.TryCreate(from, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    private static Source? ByLink(Uri address, StorySnapshot story) =>
        story.Book.Sources.FirstOrDefault(source => source.Url is { } url && Address(url) is { } known && IsSame(known, address));

    /// <summary>The same page, whether by https, with a slash at its end, or at a certain place in it.</summary>
    private static bool IsSame(Uri one, Uri other) =>
        string.Equals(Host(one), Host(other), StringComparison.Ordinal)
        && string.Equals(one.PathAndQuery.TrimEnd('/'), other.PathAndQuery.TrimEnd('/'), StringComparison.Ordinal);

    private static Source? ByName(string from, StorySnapshot story)
    {
        var wanted = NormalText.Of(from);
        return story.Book.Sources.FirstOrDefault(source =>
            source.Id.Value == from || NormalText.Of(source.Title) == wanted || NormalText.Of(source.Short) == wanted
        );
    }

    private static GivenSource.Unlisted Page(Uri address) =>
        new(DraftWords.PageTitle(Host(address), address.AbsolutePath), DraftWords.Page(Host(address)), Host(address), address.AbsoluteUri);

    private static string Host(Uri address) =>
        address.IdnHost.ToLowerInvariant() is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
