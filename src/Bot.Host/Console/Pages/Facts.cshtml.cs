using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Host.Console.Pages;

/// <summary>All facts in force, filtered, with how they spread over kinds and statuses.</summary>
internal sealed class FactsModel(Reading reading) : StoryPage(reading)
{
    private const int LongestFilter = 200;

    public FactKind? Kind { get; private set; }
    public FactStatus? Status { get; private set; }
    public string Speaker { get; private set; } = "";
    public string Text { get; private set; } = "";

    public IReadOnlyList<FactKind> Kinds { get; private set; } = [];
    public IReadOnlyList<FactStatus> Statuses { get; private set; } = [];
    public IReadOnlyList<string> Speakers { get; private set; } = [];
    public ILookup<(FactKind Kind, FactStatus Status), Fact> Coverage { get; private set; } =
        Array.Empty<Fact>().ToLookup(fact => (fact.Kind, fact.Status));

    public int Total { get; private set; }
    public int Found { get; private set; }
    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public bool IsFiltered => Kind is not null || Status is not null || Speaker.Length > 0 || Text.Length > 0;

    public void OnGet(string? kind, string? status, string? speaker, string? text)
    {
        Kind = Vocabulary.Read<FactKind>(kind ?? "");
        Status = Vocabulary.Read<FactStatus>(status ?? "");
        Speaker = Short(speaker);
        Text = Short(text);

        var current = Reading.Current.ToList();
        Total = current.Count;
        Coverage = current.Select(revision => revision.Fact).ToLookup(fact => (fact.Kind, fact.Status));
        Kinds = [.. Coverage.Select(group => group.Key.Kind).Distinct().Order()];
        Statuses = [.. Coverage.Select(group => group.Key.Status).Distinct().Order()];
        Speakers =
        [
            .. current.Select(revision => Voice(revision.Fact)).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase),
        ];

        var found = current.Where(Matches).ToList();
        Found = found.Count;
        Parts = Reading.Presenter.Parts(found);
    }

    private bool Matches(Revision revision) =>
        (Kind is null || revision.Fact.Kind == Kind)
        && (Status is null || revision.Fact.Status == Status)
        && (Speaker.Length == 0 || string.Equals(Voice(revision.Fact), Speaker, StringComparison.Ordinal))
        && (Text.Length == 0 || Words(revision.Fact).Any(words => words?.Contains(Text, StringComparison.OrdinalIgnoreCase) ?? false));

    private static IEnumerable<string?> Words(Fact fact) => [fact.Id.Value, fact.Says, fact.Quote, fact.Scope, .. fact.Asked];

    private string Voice(Fact fact) => Reading.Presenter.Attribution(fact).Speaker;

    private static string Short(string? filter) => filter?.Trim() is { } text ? text[..Math.Min(text.Length, LongestFilter)] : "";
}
