using Bot.Core.Moderation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Bot.Host.Console.Moderating;

/// <summary>A page for who was signed in by a link. Forms of other pages, and of other people, are refused before anything is read of them.</summary>
[AutoValidateAntiforgeryToken]
internal abstract class ModeratorPage(ModeratorVisit visit, Reading reading) : PageModel
{
    public ModeratorVisit Visit { get; } = visit;
    public Reading Reading { get; } = reading;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        Visit.Begin(HttpContext.Features.Get<Caller>()!);
    }

    /// <summary>The page for what is not there.</summary>
    protected ViewResult Missing(string sentence) => MissingPage.Of(this, Reading, sentence);
}
