using Bot.Core.Journal;

namespace Bot.Core.Operating;

/// <summary>Mistakes in the stories' files, for which answers stay as they were.</summary>
public sealed class StoryMistakes(Shelf shelf) : ILookout
{
    public string Kind => "files";

    public ValueTask<IReadOnlyList<Concern>?> Look(CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Concern>?>(
            shelf.Now.Degraded
                ?
                [
                    Concern.Of(
                        Kind,
                        "mistakes",
                        $"The stories' files have {shelf.Now.Problems.Count} mistakes, and answers stay as they were before. `check` names them."
                    ),
                ]
                : []
        );
}
