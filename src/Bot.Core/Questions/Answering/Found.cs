using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Ranking;

namespace Bot.Core.Questions.Answering;

/// <summary>A fact with its score for the question; no match when a rule brought it in for its links.</summary>
internal sealed record Found(int Target, Revision Revision, float Score, Match? Match)
{
    public Fact Fact => Revision.Fact;

    public ScoredFact Scored => new(Revision, Math.Round(Math.Clamp(Score, 0, 1), 3));
}
