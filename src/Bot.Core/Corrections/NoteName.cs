using Bot.Core.Delivery;

namespace Bot.Core.Corrections;

/// <summary>What a note is called among deliveries: by the post that it is about, and a number, so that it is the same in every try and after a restart.</summary>
public static class NoteName
{
    private const string Prefix = "correction ";

    /// <param name="number">1 for the first below a post.</param>
    public static DeliveryId Of(DeliveryId post, int number) => new(FormattableString.Invariant($"{Prefix}{number} of {post}"));

    /// <summary>A note is edited as any post is, and has no notes of its own.</summary>
    public static bool Is(DeliveryId delivery) => delivery.Value.StartsWith(Prefix, StringComparison.Ordinal);
}
