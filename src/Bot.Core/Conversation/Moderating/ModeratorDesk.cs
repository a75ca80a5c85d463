using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Moderation.Cards;

namespace Bot.Core.Conversation.Moderating;

/// <summary>
/// Where everything arrives that depends on who asks, from any platform: commands, and the forms that they led to. Whether somebody may is looked at each time, and
/// nobody is left without a reply.
/// </summary>
/// <param name="open">Null where there are no pages to open.</param>
/// <param name="troubles">Null where there are no moderators' channels.</param>
/// <param name="note">Null: nobody keeps count.</param>
public sealed class ModeratorDesk(
    Shelf shelf,
    Changes changes,
    IPeople people,
    IReceipts receipts,
    ButtonIds buttons,
    TimeProvider time,
    OpenDesk? open = null,
    CardTroubles? troubles = null,
    NoteReply? note = null
)
{
    /// <summary>Whether it is the same for anybody, so that who asks need not be looked up.</summary>
    public static bool IsForAnybody(Command.ByCaller command) => command is Command.Report;

    /// <inheritdoc cref="IsForAnybody(Command.ByCaller)"/>
    /// <param name="id">What the form carried.</param>
    public bool IsForAnybody(string? id, CommunityId community, UserId by) =>
        buttons.ReadForm(id, community, by) is SentForm.Live { Form.Kind: FormKind.Report };

    /// <param name="delivery">Names what brought it, so that it is done once.</param>
    /// <param name="naming">How commands are called where the reply is read; null: each by itself.</param>
    public Handling Handle(Command.ByCaller command, Caller caller, CommandId delivery, Naming? naming = null)
    {
        switch (Begin(command, caller, delivery, naming))
        {
            case Handling.Later later when note is not null:
                return later with { Work = async cancellation => Noted(await later.Work(cancellation)) };
            case Handling.Now now:
                Noted(now.Reply);
                return now;
            case var other:
                return other;
        }

        Reply Noted(Reply reply)
        {
            note?.Invoke(command.GetType().Name, caller.Community, reply);
            return reply;
        }
    }

    private Handling Begin(Command.ByCaller command, Caller caller, CommandId delivery, Naming? naming) =>
        Room(caller, naming) is not { } room ? Refused(CommandWords.NothingLoaded)
        : command is Command.WhyDenied ? new Handling.Now(Denials.Of(room))
        : Obstacle(IsForAnybody(command), IsForStandIns(command), room) is { } obstacle ? new Handling.Now(obstacle)
        : command switch
        {
            Command.AddFact add => Adding(room, delivery).Begin(add),
            Command.ChangeFact change => Changing(room, delivery).Ask(change),
            Command.HoldFact hold => Changing(room, delivery).Hold(hold),
            Command.RetractFact retract => Changing(room, delivery).Retract(retract),
            Command.EraseFact erase => Changing(room, delivery).Erase(erase),
            Command.UndoFact undo => Changing(room, delivery).Undo(undo),
            Command.SourceFact source => Changing(room, delivery).Cite(source),
            Command.RecheckFact recheck => Changing(room, delivery).Recheck(recheck.Fact),
            Command.FactHistory history => new Handling.Now(FactHistories.Of(history.Fact, room)),
            Command.ShowWaiting queue => new Handling.Now(QueueCards.Of(queue.Item, room)),
            Command.Approve approve => new Deciding(room, Asking(room, delivery)).Approve(approve.Item),
            Command.Reject reject => new Deciding(room, Asking(room, delivery)).Reject(reject),
            Command.OpenConsole => new Handling.Later(
                async cancellation => DeskLinks.Of(open is null ? null : await open(room.Caller.Community, room.Caller.User, cancellation)),
                Decides: false
            ),
            Command.Report report => new Reporting(room, Asking(room, delivery)).Ask(report.Fact),
            _ => throw new UnreachableException(),
        };

    /// <param name="id">What the form carried.</param>
    /// <param name="values">By the fields' keys; what was left empty may be missing.</param>
    public Handling Submit(
        string? id,
        IReadOnlyDictionary<string, string> values,
        Caller caller,
        CommandId delivery,
        Naming? naming = null
    ) =>
        Room(caller, naming) is not { } room ? Refused(CommandWords.NothingLoaded)
        : buttons.ReadForm(id, caller.Community, caller.User) is not SentForm.Live { Form: var form } sent
            ? Refused(((SentForm.Dead)buttons.ReadForm(id, caller.Community, caller.User)).Sentence)
        : form.Story != room.Story.Story.Slug.Handle ? Refused(ButtonWords.AnotherStory)
        : Obstacle(form.Kind == FormKind.Report, form.Kind == FormKind.Reject, room) is { } obstacle ? new Handling.Now(obstacle)
        : form.Kind switch
        {
            FormKind.Add or FormKind.Speaker or FormKind.Kind or FormKind.Status or FormKind.Date or FormKind.Actors => Adding(
                    room,
                    delivery
                )
                .Filled(sent.Form, values),
            FormKind.Reject => new Deciding(room, Asking(room, delivery)).Filled(sent.Form, values),
            FormKind.Report => new Reporting(room, Asking(room, delivery)).Filled(sent.Form, values),
            _ => Changing(room, delivery).Filled(sent.Form, values),
        };

    /// <summary>Somebody says that a post is wrong; what it shows is looked up, to be chosen from.</summary>
    public Handling Report(PostPlace at, Caller caller, Naming? naming = null) =>
        Room(caller, naming) is not { } room ? Refused(CommandWords.NothingLoaded)
        : Obstacle(anybody: true, standIns: true, room) is { } obstacle ? new Handling.Now(obstacle)
        : new Handling.Later(
            async cancellation =>
            {
                var all = await receipts.All(at.Community, cancellation);
                return ReportCards.Of(
                    all.FirstOrDefault(receipt => receipt.Place == at.Place && receipt.Post == at.Post),
                    room.Story,
                    room.Today
                );
            },
            Decides: false
        );

    /// <summary>What is offered while a command is typed: to whoever does not moderate only what is given, and to who stands in for a moderator what is theirs to decide.</summary>
    public Choosing? Choose(Caller caller) =>
        shelf.Story(shelf.Now, caller.Community) is { } story
            ? new Choosing(
                story,
                shelf.Queue(caller.Community, story.Story.Slug),
                caller.Community == CommunityId.Base ? new Standing.Member("") : caller.Standing
            )
            : null;

    /// <summary>Whether who stands in for a second moderator may ask for it, too.</summary>
    /// <param name="path">Of a command.</param>
    public static bool IsForStandIns(string path) =>
        Grammar.Parse($"/{path}") is Parsed.Understood { Command: Command.ByCaller command } && IsForStandIns(command);

    /// <summary>All that waits, a card each; nothing for whoever does not moderate.</summary>
    public IReadOnlyList<WaitingCard> Waiting(Caller caller, Naming? naming = null) =>
        Room(caller, naming) is { } room && Obstacle(anybody: false, standIns: false, room) is null ? [.. QueueCards.Each(room)] : [];

    /// <summary>Which fact a command is about, as it was typed or chosen; null for none.</summary>
    public FactId? Find(string? typed, Caller caller) => Room(caller, naming: null)?.Find(typed);

    private Adding Adding(ModeratorRoom room, CommandId delivery) => new(room, Asking(room, delivery));

    private Changing Changing(ModeratorRoom room, CommandId delivery) => new(room, Asking(room, delivery));

    private Asking Asking(ModeratorRoom room, CommandId delivery) =>
        new(room, delivery, changes, people, () => Room(room.Caller, room.Naming)!);

    private ModeratorRoom? Room(Caller caller, Naming? naming) =>
        shelf.Story(shelf.Now, caller.Community) is { } story
            ? new ModeratorRoom(
                story,
                shelf.Queue(caller.Community, story.Story.Slug),
                caller,
                naming ?? Naming.Slash,
                time.GetUtcNow(),
                buttons
            )
            {
                Troubles = troubles?.Of(caller.Community) ?? [],
            }
            : null;

    /// <summary>Whether who stands in for a second moderator may ask for it, too. About what of it is looked at where it is done.</summary>
    private static bool IsForStandIns(Command.ByCaller command) =>
        command is Command.ShowWaiting or Command.Approve or Command.Reject or Command.HoldFact;

    private static Refusal? Obstacle(bool anybody, bool standIns, ModeratorRoom room) =>
        room.Caller.Community == CommunityId.Base
            ? new Refusal { Headline = anybody ? CommandWords.NoFactThere : CommandWords.ChangedInCommunities }
        : anybody || room.Caller.Standing is Standing.Moderator || (standIns && room.Caller.Standing is Standing.StandIn) ? null
        : Denials.Refusal(room.Caller.Standing, room.Naming);

    private static Handling.Now Refused(string sentence) => new(new Refusal { Headline = sentence });
}
