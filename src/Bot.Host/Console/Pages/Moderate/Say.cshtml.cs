using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Facts;
using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>A line, as it would be typed in chat, and what is said to it: a card, a form, or what came of an act. A form that is refused is shown again with what was filled in.</summary>
internal sealed class SayModel(ModeratorVisit visit, Reading reading, PostBoard board) : ModeratorPage(visit, reading)
{
    private const string NotWhole = "Something is missing in what was sent. Look at it again here.";

    public string Typed { get; private set; } = "";
    public Reply Reply { get; private set; } = null!;

    /// <summary>The line would change something, and is asked for by a button first.</summary>
    public bool Confirms { get; private set; }

    /// <summary>The fact that a form is about; null for none.</summary>
    public FactId? About { get; private set; }

    /// <summary>What was filled in, by the fields' keys.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>Why the form was not taken; null when nothing is wrong with it.</summary>
    public string? Problem { get; private set; }

    /// <summary>The posts that show the fact of a form.</summary>
    public IReadOnlyList<PostRow> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? typed)
    {
        Typed = typed?.Trim() ?? "";
        return
            Grammar.Parse(Typed) is Parsed.Understood { Command: var command }
            && ModeratorLinks.Instead(command, Visit.About(Typed)) is { } page
            ? LocalRedirect(page)
            : await Show(Visit.Say(Typed));
    }

    public async Task<IActionResult> OnPost(string? typed, string? delivery, string? reason)
    {
        Typed = typed?.Trim() ?? "";
        if (!Visit.IsDelivery(delivery))
        {
            Problem = NotWhole;
            return await Show(Visit.Say(Typed));
        }

        var reply = await Visit.Do(Visit.Say(Typed, reason, delivery), Typed, HttpContext.RequestAborted);
        return await Show(new Handling.Now(reply));
    }

    public async Task<IActionResult> OnPostForm(string? typed, string? delivery, string? form)
    {
        Typed = typed?.Trim() ?? "";
        Values = FormNames.Filled(Request.Form);
        if (!Visit.IsDelivery(delivery))
        {
            Problem = NotWhole;
            return await Show(Visit.Say(Typed));
        }

        var reply = await Visit.Do(Visit.Submit(form, Values, delivery!), Typed, HttpContext.RequestAborted);
        if (reply is Refusal && await Looked(Visit.Say(Typed)) is Handling.Now { Reply: Form } again)
        {
            Problem = reply.Headline;
            return await Show(again);
        }

        return await Show(new Handling.Now(reply));
    }

    private async Task<IActionResult> Show(Handling said)
    {
        var handling = await Looked(said);
        Confirms = handling is not Handling.Now;
        Reply = (handling as Handling.Now)?.Reply ?? new Notice { Headline = "" };
        About = Visit.About(Typed);
        if (About is { } fact && Reply is Form)
        {
            Posts = await board.Of(fact, Visit.Caller.Community, HttpContext.RequestAborted);
        }

        return Page();
    }

    /// <summary>What only shows something is shown at once.</summary>
    private async Task<Handling> Looked(Handling handling) =>
        handling is Handling.Later { OnlyShows: true } ? new Handling.Now(await handling.Finish(HttpContext.RequestAborted)) : handling;
}
