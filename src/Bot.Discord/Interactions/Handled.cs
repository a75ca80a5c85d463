using Bot.Discord.Api;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>What is said to an interaction at once, and what is done after that.</summary>
/// <param name="Then">Begun when the first answer was delivered; what it makes takes the place of that, null leaves it as it is.</param>
internal sealed record Handled(InteractionResponse First, Func<CancellationToken, Task<Finished?>>? Then = null)
{
    /// <summary>A sentence, to whoever asked alone.</summary>
    public static Handled Notice(string sentence) => new(InteractionResponse.Privately(MessageData.Of(sentence)));

    /// <summary>What is not ready at once: it is acknowledged, and done after that.</summary>
    public static Handled Later(Func<CancellationToken, Task<Finished?>> work) => new(InteractionResponse.Later, work);
}

/// <summary>What takes the place of an answer that was deferred.</summary>
internal sealed record Finished(MessageData Message, params IReadOnlyList<Upload> Files)
{
    /// <summary>It takes nothing's place: it is said beside it, to whoever asked alone.</summary>
    public bool Beside { get; init; }

    public static Finished Notice(string sentence) => new(MessageData.Of(sentence));
}
