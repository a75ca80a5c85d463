using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages;

/// <summary>What stands at every address where there is nothing.</summary>
internal sealed class NowhereModel(Reading reading) : StoryPage(reading)
{
    protected override bool ManagesWithout => true;

    public IActionResult OnGet() => Missing("There is no page at this address.");

    public IActionResult OnPost() => OnGet();
}
