using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Testing.Digests.Clock;

/// <summary>A story that goes on: now and then something is new in it, and now and then something is corrected.</summary>
internal sealed class MovingStory(TimeProvider time, Random dice)
{
    private readonly SmallStory story = new(time);
    private readonly List<Assertion> facts = [];
    private DateTimeOffset next = time.GetUtcNow();

    public Shelf Shelf => story.Shelf;

    public StorySnapshot Now => story.Now;

    /// <summary>Lets happen what has happened by now.</summary>
    public void Pass(DateTimeOffset now)
    {
        if (now < next)
        {
            return;
        }

        next = now + TimeSpan.FromMinutes(dice.Next(10, 60 * 60));
        if (facts.Count > 0 && dice.Next(4) == 0)
        {
            var at = dice.Next(facts.Count);
            facts[at] = facts[at] with { Status = facts[at].Status == FactStatus.Reported ? FactStatus.Alleged : FactStatus.Reported };
        }
        else
        {
            facts.Add(SmallStory.Fact($"gate-{facts.Count}", $"The Board opens gate {facts.Count}."));
        }

        story.Load([.. facts]);
    }
}
