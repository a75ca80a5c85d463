using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Moderation;
using Bot.Host.Console.Moderating;
using Bot.Knowledge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>Which story a community follows, and its stories: start one, close one, open it again.</summary>
internal sealed class SettingsModel(ModeratorVisit visit, Reading reading, Changes changes, TimeProvider time)
    : ModeratorPage(visit, reading)
{
    public CommunityId Community => Visit.Caller.Community;
    public string Delivery => Visit.Delivery;

    /// <summary>What became of what was sent; null when nothing was.</summary>
    public string? Told { get; private set; }
    public bool Refused { get; private set; }

    /// <summary>A server or workspace is set up by whoever manages it, as its platform tells, and not by whoever moderates.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (Community != CommunityId.Local)
        {
            context.Result = Missing("Who manages this community sets it up in chat, with /settings.");
        }
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostFollow(string delivery, string? story) =>
        Make(
            delivery,
            $"follow {story}",
            story is { Length: > 0 } ? new StorySlug(story) : Default,
            new Change.Follow(story is { Length: > 0 } ? new StorySlug(story) : null),
            "Followed from now on."
        );

    public Task<IActionResult> OnPostStart(string delivery, string? title, string? zone)
    {
        var slug = new StorySlug(Slug.From(title ?? "") ?? "story");
        return Make(
            delivery,
            $"start {slug}",
            slug,
            new Change.StartStory(title ?? "", zone ?? ""),
            "Started. Choose it above to follow it."
        );
    }

    public Task<IActionResult> OnPostClose(string delivery, string story) =>
        Make(
            delivery,
            $"close {story}",
            new StorySlug(story),
            new Change.CloseStory(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            "Closed: every answer says so."
        );

    public Task<IActionResult> OnPostReopen(string delivery, string story) =>
        Make(delivery, $"reopen {story}", new StorySlug(story), new Change.ReopenStory(), "Open again.");

    private StorySlug Default => Reading.Shelf.Default ?? new StorySlug("story");

    /// <param name="delivery">The showing of the page.</param>
    /// <param name="button">What was pressed there: pressed twice, it is done once.</param>
    private async Task<IActionResult> Make(string delivery, string button, StorySlug story, Change change, string done)
    {
        if (!ModelState.IsValid || !Visit.IsDelivery(delivery))
        {
            (Told, Refused) = ("Something is missing in what was sent. Load the page again, and press the button there.", true);
            return Page();
        }

        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = Community,
                Story = story,
                By = Visit.Caller.Key!.Value,
                Command = ModeratorVisit.Command(delivery, button),
                Reason = "",
                Change = change,
            },
            HttpContext.RequestAborted
        );
        (Told, Refused) = outcome switch
        {
            ChangeOutcome.Refused refused => (string.Join(' ', refused.Problems.Select(problem => problem.Sentence)), true),
            ChangeOutcome.Done { Again: true } => ("This was done when it was first sent. Below is how things stand now.", false),
            _ => (done, false),
        };
        Visit.Note(change.GetType().Name, isDone: !Refused);
        Reading.Refresh();
        return Page();
    }
}
