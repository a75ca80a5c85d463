using Bot.Core.Digests;

namespace Bot.Core.Conversation;

/// <content>Digests on schedule. What they change is guarded by the adapter, which knows who may.</content>
public abstract partial record Command
{
    public abstract record OfDigests : Command
    {
        private protected OfDigests() { }

        /// <summary>It changes nothing, and nothing is posted.</summary>
        public bool OnlyShows => this is PlanDigest or ListDigests or PreviewDigest or WhyDigest;
    }

    /// <summary>One schedule, where a community may have several.</summary>
    /// <param name="Which">How its name begins; null: the one of this place, else the only one.</param>
    public abstract record OfDigest(string? Which) : OfDigests;

    /// <param name="Which">Those that are changed; null: those of this place, which may be new.</param>
    /// <param name="Timing">With an empty zone: the story's.</param>
    public sealed record ScheduleDigest(string? Which, Timing Timing) : OfDigests;

    /// <summary>The form on which digests are set up.</summary>
    /// <param name="Which">As for <see cref="ScheduleDigest"/>.</param>
    /// <param name="Typed">What stands in it, by option; null: what was set up, or what is usual.</param>
    public sealed record PlanDigest(string? Which, IReadOnlyDictionary<string, string>? Typed = null) : OfDigests;

    public sealed record ListDigests : OfDigests;

    /// <summary>What a digest would say now.</summary>
    public sealed record PreviewDigest(string? Which) : OfDigest(Which);

    /// <summary>A post that shows whether digests arrive.</summary>
    public sealed record TestDigest(string? Which) : OfDigest(Which);

    /// <summary>A digest without waiting for its time.</summary>
    public sealed record DigestNow(string? Which) : OfDigest(Which);

    public sealed record PauseDigest(string? Which, string? Reason) : OfDigest(Which);

    public sealed record ResumeDigest(string? Which) : OfDigest(Which);

    public sealed record RemoveDigest(string? Which) : OfDigest(Which);

    /// <summary>Why the digest says what it says, and came when it came.</summary>
    public sealed record WhyDigest : OfDigests;
}
