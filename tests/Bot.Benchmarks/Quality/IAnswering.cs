namespace Bot.Benchmarks.Quality;

/// <summary>What answers a sheet.</summary>
internal interface IAnswering
{
    Task<IReadOnlyList<Answered>> Answer(Sheet sheet);

    /// <summary>Answers as they are to be judged for refusing.</summary>
    IReadOnlyList<Answered> Judged(IReadOnlyList<Answered> answers, params Tier[] tiers) => answers;
}
