using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>What moderators come to first.</summary>
internal sealed class IndexModel(ModeratorVisit visit, Reading reading) : ModeratorPage(visit, reading)
{
    public IActionResult OnGet() => LocalRedirect(ModeratorLinks.Queue);
}
