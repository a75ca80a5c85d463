using Bot.Core.Facts;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>An entity and all its names in the form in which names are compared, so that nothing is worked out anew at every keystroke.</summary>
internal sealed record KnownAs(Entity Entity, IReadOnlyList<string> Names)
{
    public static KnownAs Of(Entity entity) => new(entity, [.. entity.Aliases.Append(entity.Name).Select(NormalText.Of)]);
}
