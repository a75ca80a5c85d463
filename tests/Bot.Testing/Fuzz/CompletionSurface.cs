using Bot.Core.Conversation;
using Bot.Core.Journal;

namespace Bot.Testing.Fuzz;

/// <summary>A line half typed.</summary>
/// <param name="lines">What would be typed.</param>
public sealed class CompletionSurface(StorySnapshot story, LineSurface lines) : ISurface
{
    public string Name => $"completion, {story.Story.Slug}";
    public int Share => 2;

    public IReadOnlyList<string> Make(Draw draw)
    {
        var line = lines.Make(draw)[0];
        return [line[..draw.Below(line.Length + 1)]];
    }

    public Fault? Feed(IReadOnlyList<string> texts)
    {
        var suggestions = Completion.Suggest(texts[0], story);
        return suggestions.Count > Completion.Most ? new Fault("A list of suggestions is short.", $"It has {suggestions.Count}.")
            : suggestions.FirstOrDefault(suggestion => string.IsNullOrWhiteSpace(suggestion.Label)) is { } blank
                ? new Fault("A suggestion says something.", blank.ToString())
            : null;
    }
}
