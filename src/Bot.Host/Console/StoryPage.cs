using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Host.Console;

/// <summary>A page about one story. Where there is none, a page that says so stands in.</summary>
internal abstract class StoryPage(Reading reading) : PageModel
{
    public Reading Reading { get; } = reading;

    /// <summary>True for a page that has something to say without a story.</summary>
    protected virtual bool ManagesWithout => false;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        Reading.Open(HttpContext.Request.HasFormContentType ? null : HttpContext.Request.Query["story"].ToString());
        if (Reading.Story is null && !ManagesWithout)
        {
            context.Result = Missing(
                Reading.Shelf.Stories.Count == 0 ? "No story is loaded yet. Try again in a moment." : "There is no story of that name here."
            );
        }
    }

    /// <summary>The page for what is not there.</summary>
    protected ViewResult Missing(string sentence) => MissingPage.Of(this, Reading, sentence);
}
