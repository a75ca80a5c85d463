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
            story is { Length: > 0 } ? new StorySlug(story) : Default,
            new Change.Settle(new CommunitySettings { Story = story is { Length: > 0 } ? new StorySlug(story) : null }),
            "Followed from now on."
        );

    public Task<IActionResult> OnPostStart(string delivery, string? title, string? zone) =>
        Make(
            delivery,
            new StorySlug(Slug.From(title ?? "") ?? "story"),
            new Change.StartStory(title ?? "", zone ?? ""),
            "Started. Choose it above to follow it."
        );

    public Task<IActionResult> OnPostClose(string delivery, string story) =>
        Make(
            delivery,
            new StorySlug(story),
            new Change.CloseStory(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
            "Closed: every answer says so."
        );

    public Task<IActionResult> OnPostReopen(string delivery, string story) =>
        Make(delivery, new StorySlug(story), new Change.ReopenStory(), "Open again.");

    public Task<IActionResult> OnPostKeep(string delivery, string story, string fact) =>
        Make(delivery, new StorySlug(story), new Change.KeepOurs(new FactId(fact)), "Kept: what is given here stands.");

    public Task<IActionResult> OnPostTake(string delivery, string story, string fact) =>
        Make(delivery, new StorySlug(story), new Change.TakeBase(new FactId(fact)), "Taken: the shared facts are followed again.");

    public async Task<IActionResult> OnPostLeave()
    {
        await HttpContext.SignOut();
        return LocalRedirect("/");
    }

    private StorySlug Default => Reading.Shelf.Default ?? new StorySlug("story");

    private async Task<IActionResult> Make(string delivery, StorySlug story, Change change, string done)
    {
        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = who.Community,
                Story = story,
                By = who.Person,
                Command = new CommandId($"console {delivery}"),
                Reason = "",
                Change = change,
            },
            HttpContext.RequestAborted
        );
        (Told, Refused) = outcome is ChangeOutcome.Refused refused
            ? (string.Join(' ', refused.Problems.Select(problem => problem.Sentence)), true)
            : (done, false);
        reading.Refresh();
        return Page();
    }
}
