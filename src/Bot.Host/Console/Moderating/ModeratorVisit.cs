using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Host.Console.Moderating;

/// <summary>
/// One request of somebody who was signed in by a link. Whatever they ask for goes to the same desk as from chat, so that the same rules hold; what only shows something is a link,
/// and what does something is a button.
/// </summary>
internal sealed partial class ModeratorVisit(
    ModeratorDesk desk,
    DigestDesk digests,
    Desk readers,
    Reading reading,
    Randomness random,
    ILogger<ModeratorVisit> logger
)
{
    private const int DeliveryBytes = 12;
    private IReadOnlyList<WaitingCard>? waiting;

    public Caller Caller { get; private set; } = null!;

    /// <summary>Names this showing of a page, so that a form of it that is sent twice is done once.</summary>
    public string Delivery { get; private set; } = "";

    /// <summary>All that waits, a card each.</summary>
    public IReadOnlyList<WaitingCard> Waiting => waiting ??= desk.Waiting(Caller);

    public void Begin(Caller caller)
    {
        Caller = caller;
        Span<byte> bytes = stackalloc byte[DeliveryBytes];
        random(bytes);
        Delivery = Base64Url.EncodeToString(bytes);
        reading.Community = caller.Community;
        reading.Root = ModeratorLinks.Root;
    }

    /// <summary>Whether something is what a page of ours names its showing by.</summary>
    public bool IsDelivery(string? name) => name?.Length == Delivery.Length;

    /// <summary>What pressing a button of a page is called. Its words stand in no record, since they may be somebody's.</summary>
    /// <param name="delivery">The showing of the page.</param>
    public static CommandId Command(string delivery, string button) =>
        new($"console {delivery} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(button)).AsSpan(0, 12))}");

    /// <summary>What is said to a line as it would be typed in chat.</summary>
    /// <param name="delivery">The showing of the page; null: this one.</param>
    public Handling Say(string typed, string? reason = null, string? delivery = null) =>
        Grammar.Parse(typed) switch
        {
            Parsed.Understood { Command: Command.ByCaller command } => desk.Handle(
                Because(command, reason),
                Caller,
                Command(delivery ?? Delivery, typed)
            ),
            Parsed.Understood { Command: Command.OfDigests command } when Caller.Community != CommunityId.Local => new Handling.Later(
                async cancellation =>
                    (await digests.Do(command, Asker(Command(delivery ?? Delivery, typed)), Naming.Slash, cancellation)).Reply,
                Decides: false
            )
            {
                OnlyShows = command.OnlyShows,
            },
            Parsed.Understood { Command: var command } => new Handling.Now(
                readers.Handle(command, reading.Shelf, reading.Named, Caller.Community)
            ),
            Parsed.NotUnderstood refused => new Handling.Now(refused.Reply),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>What is said to a form that came back.</summary>
    public Handling Submit(string? form, IReadOnlyDictionary<string, string> values, string delivery) =>
        digests.IsFor(form, Caller.Community, Caller.User)
            ? new Handling.Later(
                async cancellation =>
                    (await digests.Submit(form, values, Asker(Command(delivery, form!)), Naming.Slash, cancellation)).Reply,
                Decides: false
            )
            : desk.Submit(form, values, Caller, Command(delivery, form ?? ""));

    /// <summary>Does what was asked for, and notes that somebody asked, not in which words.</summary>
    public async Task<Reply> Do(Handling handling, string typed, CancellationToken cancellation)
    {
        var reply = await handling.Finish(cancellation);
        if (handling is Handling.Later { OnlyShows: false } || reply is Refusal)
        {
            Note(Name(typed), isDone: reply is not Refusal);
        }

        reading.Refresh();
        waiting = null;
        return reply;
    }

    /// <summary>Notes that they did something.</summary>
    public void Note(string act, bool isDone) => Log.Act(logger, act, Caller.Key!.Value, Caller.Community, isDone ? "done" : "refused");

    /// <summary>Whether a line changes nothing.</summary>
    public bool OnlyShows(string typed) => Say(typed) is Handling.Now or Handling.Later { OnlyShows: true };

    /// <summary>Which fact a line is about; null for none.</summary>
    public FactId? About(string typed) =>
        Grammar.Parse(typed) is Parsed.Understood { Command: Command.OfFact { Fact: { } fact } } ? desk.Find(fact, Caller) : null;

    public FactId? Find(FactId fact) => desk.Find($"#{fact.Handle}", Caller);

    /// <summary>A fact as moderators see it, held or given; nothing where it is neither.</summary>
    public IEnumerable<Part> Card(FactId fact) =>
        Say($"/fact change fact:#{fact.Handle}") is Handling.Now { Reply: Notice card }
            ? card.Parts.Where(part => part is not Actions)
            : [];

    /// <summary>Facts to choose from, by words of theirs.</summary>
    public IReadOnlyList<(string Value, string Label)> Choose(string typed) => desk.Choose(Caller)?.Facts(typed) ?? [];

    /// <summary>On a page nobody is in a channel, and no picture stands there.</summary>
    private DigestAsker Asker(CommandId delivery) => new(Caller, Place: null, new DeliveryId(delivery.Value)) { SeesPicture = false };

    private static string Name(string typed) =>
        Grammar.Parse(typed) is Parsed.Understood { Command: var command } ? command.GetType().Name : "A line that is no command";

    /// <summary>The reason stands in a field of its own, whatever words it has.</summary>
    private static Command.ByCaller Because(Command.ByCaller command, string? reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? command
            : command switch
            {
                Command.HoldFact hold => hold with { Reason = reason.Trim() },
                Command.Reject reject => reject with { Reason = reason.Trim() },
                Command.UndoFact undo => undo with { Reason = reason.Trim() },
                _ => command,
            };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Act}, asked for at the console by {Person} in {Community}: {Became}.")]
        public static partial void Act(ILogger logger, string act, PersonKey person, CommunityId community, string became);
    }
}
