using System.Collections;
using System.Runtime.CompilerServices;
using Bot.Core.Journal;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Questions.Answering;

/// <summary>
/// What counts in a story now, a bit for each revision and for each text: worked out once for a snapshot, since nearly all ask about now and a search asks
/// about hundreds of texts.
/// </summary>
internal sealed class Standing
{
    private static readonly ConditionalWeakTable<StorySnapshot, Standing> Known = [];

    private readonly BitArray held;
    private readonly BitArray ended;
    private readonly BitArray texts;

    private Standing(StorySnapshot story)
    {
        var (index, now) = (story.Index, new InForce(story, story.Position));
        (held, ended, texts) = (new(story.Revisions.Count), new(story.Revisions.Count), new(index.Facts.Count));
        for (var target = 0; target < held.Count; target++)
        {
            held[target] = now.Holds(target);
            ended[target] = now.HasEnded(target);
        }

        for (var text = 0; text < texts.Count; text++)
        {
            texts[text] = index.View(text).Of == ViewOf.Gap || HasAny(index.Targets(text));
        }
    }

    public static Standing Of(StorySnapshot story) => Known.GetValue(story, snapshot => new Standing(snapshot));

    /// <summary>Whether a revision is in force.</summary>
    public bool Holds(int target) => held[target];

    /// <summary>Whether a revision is known to have ended.</summary>
    public bool HasEnded(int target) => ended[target];

    /// <summary>Whether a text is a view of a gap, or of a revision in force or ended.</summary>
    public bool HasText(int text) => texts[text];

    private bool HasAny(ReadOnlySpan<int> targets)
    {
        foreach (var target in targets)
        {
            if (held[target] || ended[target])
            {
                return true;
            }
        }

        return false;
    }
}
