using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Host.Console;

/// <summary>Stands in for a page of what is not there.</summary>
internal static class MissingPage
{
    public static ViewResult Of(PageModel page, Reading reading, string sentence) =>
        new()
        {
            ViewName = "/Console/Pages/Missing.cshtml",
            ViewData = new(page.MetadataProvider, page.ModelState) { Model = sentence },
            StatusCode = reading.Shelf.Stories.Count == 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound,
        };
}
