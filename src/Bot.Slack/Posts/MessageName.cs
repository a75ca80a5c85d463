using Bot.Core.Delivery;

namespace Bot.Slack.Posts;

/// <summary>What a message is called: its time in its channel, and that of the first message of the thread it stands in. Both are texts, never numbers.</summary>
/// <param name="Thread">Null where it stands in no thread.</param>
internal readonly record struct MessageName(string Ts, string? Thread = null)
{
    private const char Between = '/';
    private const string Unnamed = "unnamed";

    /// <summary>Where what is said about it goes.</summary>
    public string Root => Thread ?? Ts;

    /// <summary>Of a message that Slack gave no name for: it is there, and cannot be changed.</summary>
    /// <param name="delivery">What made it.</param>
    public static PostId OfUnnamed(DeliveryId delivery) => new($"{Unnamed} {delivery}");

    /// <summary>Null for a message without a name.</summary>
    public static MessageName? Of(PostId post) =>
        post.Value.StartsWith(Unnamed, StringComparison.Ordinal) ? null
        : post.Value.Split(Between) is [var ts, var thread] ? new MessageName(ts, thread)
        : new MessageName(post.Value);

    public PostId Post => new(Thread is null || Thread == Ts ? Ts : $"{Ts}{Between}{Thread}");
}
