using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Tests.Moderation;

namespace Bot.Core.Tests.Conversation.Moderating;

/// <summary>Somebody of the town with a chat program that has no platform: types commands, presses buttons, fills in forms, and counts what they see.</summary>
internal sealed class Phone(Newsroom room, string user, Standing? standing = null)
{
    private static int deliveries;

    private readonly ModeratorDesk desk = new(
        room.Shelf,
        room.Changes,
        room.People,
        new InMemoryReceipts(),
        new ButtonIds(new KeyedSeal(() => new byte[32])),
        room.Time
    );

    public Standing Standing { get; set; } = standing ?? new Standing.Moderator();

    public CommunityId Community { get; set; } = Newsroom.Town;

    /// <summary>Forms and cards that were shown.</summary>
    public int Screens { get; private set; }

    /// <summary>Fields of forms that were shown.</summary>
    public int Fields { get; private set; }

    private Caller Caller => new(Community, new UserId(user), Standing);

    public async Task<Reply> Type(string line, string? delivery = null)
    {
        var command = Grammar.Parse(line).ShouldBeOfType<Parsed.Understood>().Command.ShouldBeAssignableTo<Command.ByCaller>()!;
        return await Shown(desk.Handle(command, Caller, Delivery(delivery)));
    }

    public Task<Reply> Press(Reply card, string label, string? delivery = null) => Type(Button(card, label).Command, delivery);

    public async Task<Reply> Fill(Reply form, string? delivery = null, params (string Key, string Value)[] values)
    {
        var shown = form.ShouldBeOfType<Form>();
        var filled = shown.Fields.ToDictionary(field => field.Key, field => field.Value ?? "");
        foreach (var (key, value) in values)
        {
            filled.ShouldContainKey(key);
            filled[key] = value;
        }

        return await Shown(desk.Submit(shown.Id, filled, Caller, Delivery(delivery)));
    }

    public static ReplyAction Button(Reply card, string label) =>
        card
            .Parts.OfType<Actions>()
            .SelectMany(actions => actions.Items)
            .Single(action => action.Label.StartsWith(label, StringComparison.Ordinal));

    /// <summary>Of buttons, the line must fit: what has no room has no button.</summary>
    public static void EveryButtonHasRoom(Reply card)
    {
        foreach (var actions in card.Parts.OfType<Actions>())
        {
            actions.Items.Count.ShouldBeLessThanOrEqualTo(5);
            actions.Items.ShouldAllBe(action => ButtonIds.Say(action.Command) != null);
        }
    }

    private async Task<Reply> Shown(Handling handling)
    {
        room.Time.Advance(TimeSpan.FromMinutes(1));
        var reply = handling is Handling.Later later ? await later.Work(CancellationToken.None) : ((Handling.Now)handling).Reply;
        EveryButtonHasRoom(reply);
        Screens += reply is Form || reply.Parts.OfType<Actions>().Any() ? 1 : 0;
        Fields += (reply as Form)?.Fields.Count ?? 0;
        return reply;
    }

    private static CommandId Delivery(string? given) => new(given ?? $"chat {++deliveries}");
}
