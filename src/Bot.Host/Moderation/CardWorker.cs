using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Core.Moderation.Cards;
using Bot.Host.Rounds;

namespace Bot.Host.Moderation;

/// <summary>Shows moderators in their channel what waits. That nothing is shown anew after a restore, the log says for all that falls due.</summary>
internal sealed class CardWorker(CardRounds rounds, StoryKeeper keeper, FrozenSince frozen, TimeProvider time, NoteFault note)
    : RoundWorker(keeper, frozen, time, note, "showing moderators what waits")
{
    protected override Task Round(CancellationToken cancellation) => rounds.Go(cancellation);
}
