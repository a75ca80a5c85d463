using Bot.Core.Conversation;

namespace Bot.Host.Console.Pages;

/// <summary><c>GET /console/suggest</c>: what could be typed next, as options of a list.</summary>
internal sealed class SuggestModel(Reading reading) : StoryPage(reading)
{
    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    protected override bool ManagesWithout => true;

    public void OnGet(string? typed) => Suggestions = Completion.Suggest(typed ?? "", Reading.Story);
}
