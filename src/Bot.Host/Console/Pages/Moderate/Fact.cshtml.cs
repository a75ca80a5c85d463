using Bot.Core.Conversation;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Facts;
using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>One fact: what it says beside the sentence it rests on, what can be done, what the latest change was, and all that was done so far.</summary>
internal sealed class FactModel(ModeratorVisit visit, Reading reading, PostBoard board) : ModeratorPage(visit, reading)
{
    public FactId Id { get; private set; }

    /// <summary>What it says, given or held; its id where it is neither.</summary>
    public string Says { get; private set; } = "";
    public bool IsHeld { get; private set; }
    public bool IsGiven { get; private set; }

    /// <summary>What waits that is about it.</summary>
    public IReadOnlyList<WaitingCard> Waiting { get; private set; } = [];

    /// <summary>What can have happened to it.</summary>
    public IReadOnlyList<ReplyAction> Happened { get; private set; } = [];

    /// <summary>What undoing the latest change would do; null where there is none.</summary>
    public Notice? Undo { get; private set; }
    public History History { get; private set; } = null!;
    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    /// <summary>Names the fact in a line.</summary>
    public string Named => $"fact:#{Id.Handle}";
    public string Hold => $"/fact hold {Named}";
    public string Erase => $"/fact erase {Named}";

    public async Task<IActionResult> OnGet(string id)
    {
        if (Visit.Find(new FactId(id)) is not { } fact || Reading.Story is not { } story)
        {
            return Missing("There is no fact of that name in the story that is followed here.");
        }

        Id = fact;
        IsHeld = story.Held.Contains(fact);
        IsGiven = story.Current(fact) is not null;
        Says = story.GivenOrHeld(fact)?.Fact.Says ?? fact.Value;
        Waiting = [.. Visit.Waiting.Where(item => item.Facts.Contains(fact))];
        Happened =
        [
            .. Now<Notice>($"/fact change {Named}")!
                .Parts.OfType<Actions>()
                .SelectMany(actions => actions.Items)
                .Where(action => action.Command != Hold),
        ];
        Undo = Now<Notice>($"/fact undo {Named}");
        History = Now<History>($"/fact history {Named}")!;
        Posts = await board.Of(fact, Visit.Caller.Community, HttpContext.RequestAborted);
        return Page();
    }

    private T? Now<T>(string line)
        where T : Reply => (Visit.Say(line) as Handling.Now)?.Reply as T;
}
