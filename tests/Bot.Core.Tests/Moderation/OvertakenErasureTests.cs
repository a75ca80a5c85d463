using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Tests.Journal;
using static Bot.Core.Tests.Moderation.Newsroom;

namespace Bot.Core.Tests.Moderation;

/// <summary>What is written again by one erasure may be what another, planned before it, erases.</summary>
public sealed class OvertakenErasureTests
{
    [Fact]
    public async Task Of_two_facts_that_are_erased_at_once_nothing_is_left_of_either()
    {
        var between = new Between();
        var room = await Open(around: journal => between.Over(journal));
        var first = await room.Done(new Change.Add(Draft("A raft of barrels carries wheelbarrows.", tag: "~first")));
        var second = await room.Done(new Change.Add(Draft("A rope of hemp holds the raft.", tag: "~second")));
        between.BeforeNextErasure = () => room.Done(new Change.EraseFact(first));

        await room.Done(new Change.EraseFact(second));

        var left = await room.Everything();
        left.ShouldNotContain("barrels");
        left.ShouldNotContain("hemp");
    }

    /// <summary>Lets something else happen when an erasure has been planned and is about to be appended.</summary>
    private sealed class Between
    {
        public Func<Task>? BeforeNextErasure { get; set; }

        public IJournal Over(IJournal journal) => new Held(this, journal);

        private sealed class Held(Between between, IJournal journal) : OtherJournal(journal)
        {
            public override async ValueTask<AppendResult> Append(Append append, CancellationToken cancellation)
            {
                if (append.Blanks.Count > 0 && between.BeforeNextErasure is { } happens)
                {
                    between.BeforeNextErasure = null;
                    await happens();
                }

                return await base.Append(append, cancellation);
            }
        }
    }
}
