using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Testing.Conversation;

/// <summary>Every form that a moderator or a member can be shown, over every story.</summary>
public static class Forms
{
    private static readonly string[] Lines =
    [
        "/fact add",
        "/fact change fact:{0} what:moved-on",
        "/fact change fact:{0} what:wrong",
        "/fact change fact:{0} what:took-back",
        "/fact change fact:{0} what:contested",
        "/fact change fact:{0} what:source",
        "/fact change fact:{0} what:confirmed",
        "/fact erase fact:{0}",
        "/report fact:{0}",
    ];

    public static IEnumerable<(string Line, Form Form)> Of(Shelf shelf)
    {
        var journal = new InMemoryJournal(TimeProvider.System);
        var changes = new Changes(
            journal,
            new StoryKeeper(journal, shelf, TimeProvider.System, development: false),
            shelf,
            TimeProvider.System
        );
        var desk = new ModeratorDesk(
            shelf,
            changes,
            new InMemoryPeople(bytes => bytes.Fill(1)),
            new InMemoryReceipts(),
            new ButtonIds(new KeyedSeal(() => new byte[32])),
            TimeProvider.System
        );
        var caller = new Caller(new CommunityId("anywhere:1"), new UserId("2"), new Standing.Moderator());
        return from fact in shelf.Story(shelf.Now, caller.Community)!.InForce.Select(revision => revision.Fact)
            from line in Lines.Select(line => string.Format(CultureInfo.InvariantCulture, line, fact.Id))
            let command = (Command.ByCaller)((Parsed.Understood)Grammar.Parse(line)).Command
            let form = (desk.Handle(command, caller, new CommandId("c")) as Handling.Now)?.Reply as Form
            select (line, form ?? throw new InvalidOperationException(line));
    }
}
