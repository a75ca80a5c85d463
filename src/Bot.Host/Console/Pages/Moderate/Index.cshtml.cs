using Bot.Host.Console.Moderating;
using Bot.Host.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>What moderators come to first.</summary>
internal sealed class IndexModel(ModeratorVisit visit, Reading reading) : ModeratorPage(visit, reading)
{
    public IActionResult OnGet() => LocalRedirect(ModeratorLinks.Queue);

    public async Task<IActionResult> OnPostLeave()
    {
        await HttpContext.SignOut();
        await SignInLink.SignedOut().ExecuteAsync(HttpContext);
        return new EmptyResult();
    }
}
