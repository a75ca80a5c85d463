using System.Buffers.Text;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Host.Moderation;
using Bot.Knowledge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>Which story a community follows, and its stories: start one, close one, open it again.</summary>
[AutoValidateAntiforgeryToken]
internal sealed class SettingsModel(Reading reading, Changes changes, Randomness random, TimeProvider time) : PageModel
{
    private SignIn who = null!;

    public Reading Reading => reading;
    public CommunityId Community => who.Community;

    /// <summary>Names this showing of the form, so that sending it twice does it once.</summary>
    public string Delivery { get; private set; } = "";

    /// <summary>What became of what was sent; null when nothing was.</summary>
    public string? Told { get; private set; }
    public bool Refused { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        who = HttpContext.Features.Get<SignIn>()!;
        reading.Community = who.Community;
        Span<byte> bytes = stackalloc byte[12];
        random(bytes);
        Delivery = Base64Url.EncodeToString(bytes);
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

    public Task<IActionResult> OnPostKeep(string delivery, string story, string fact) =>
        Make(
            delivery,
            $"keep {story} {fact}",
            new StorySlug(story),
            new Change.KeepOurs(new FactId(fact)),
            "Kept: what is given here stands."
        );

    public Task<IActionResult> OnPostTake(string delivery, string story, string fact) =>
        Make(
            delivery,
            $"take {story} {fact}",
            new StorySlug(story),
            new Change.TakeBase(new FactId(fact)),
            "Taken: the shared facts are followed again."
        );

    public async Task<IActionResult> OnPostLeave()
    {
        await HttpContext.SignOut();
        return LocalRedirect("/");
    }

    private StorySlug Default => Reading.Shelf.Default ?? new StorySlug("story");

    /// <param name="delivery">The showing of the page.</param>
    /// <param name="button">What was pressed there: pressed twice, it is done once.</param>
    private async Task<IActionResult> Make(string delivery, string button, StorySlug story, Change change, string done)
    {
        if (!ModelState.IsValid || delivery.Length != Delivery.Length)
        {
            (Told, Refused) = ("Something is missing in what was sent. Load the page again, and press the button there.", true);
            return Page();
        }

        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = who.Community,
                Story = story,
                By = who.Person,
                Command = new CommandId($"console {delivery} {button}"),
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
        reading.Refresh();
        return Page();
    }
}
