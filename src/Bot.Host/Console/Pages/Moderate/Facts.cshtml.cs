using Bot.Core.Facts;
using Bot.Host.Console.Moderating;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>Facts to choose from: those that were changed last, or those with some words; held ones too.</summary>
internal sealed class FactsModel(ModeratorVisit visit, Reading reading) : ModeratorPage(visit, reading)
{
    public string Typed { get; private set; } = "";
    public IReadOnlyList<(FactId Id, string Says)> Found { get; private set; } = [];

    public void OnGet(string? typed)
    {
        Typed = typed?.Trim() ?? "";
        Found = [.. Visit.Choose(Typed).Select(fact => (new FactId(fact.Value), fact.Label))];
    }
}
