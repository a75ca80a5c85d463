using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Settings;
using Bot.Core.Delivery;
using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>Who stands in for a second moderator of a server or workspace. Whoever manages it names others, on the form that chat has; a session does not tell who does, so that the platform is asked each time.</summary>
internal sealed class StandInsModel(ModeratorVisit visit, Reading reading, StandInForm standIns, IEnumerable<IPlatform> platforms)
    : ModeratorPage(visit, reading)
{
    private CommunityId Community => Visit.Caller.Community;
    private CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Those who do now; null for nobody.</summary>
    public Named? Now { get; private set; }

    /// <summary>Null for who does not manage the community.</summary>
    public Form? Form { get; private set; }

    /// <summary>What was filled in and not taken, by the fields' keys.</summary>
    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    /// <summary>What became of what was sent; null when nothing was.</summary>
    public string? Told { get; private set; }
    public bool Refused { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (Community == CommunityId.Local)
        {
            context.Result = Missing("Whoever opens a link of this machine moderates here, so that nobody stands in.");
        }
    }

    public async Task<IActionResult> OnGet() => await Show(await Manages());

    /// <summary>People whose name begins with what was typed last, as options of a list; nobody for who cannot name them.</summary>
    public async Task<IActionResult> OnGetOffer(string? typed) =>
        Partial(
            "/Console/Pages/Moderate/_Offered.cshtml",
            (
                typed ?? "",
                PeopleLine.Last(typed ?? "") is { Length: > 0 } last && Platform is { } platform && await Manages()
                    ? await platform.People(Community, last, Aborted)
                    : []
            )
        );

    public async Task<IActionResult> OnPost(string? delivery, string? form)
    {
        var (typed, manages) = (FormNames.Filled(Request.Form), await Manages());
        var values = StandInForm.Named(typed, PeopleLine.Ids);
        var why = await Obstacle(manages, delivery, form, values) ?? await Settle(values, delivery!, form!);
        (Told, Refused) = (why ?? "Done.", why is not null);
        Values = Refused ? typed : Values;
        Visit.Note("StoodInBy", isDone: !Refused);
        Reading.Refresh();
        return await Show(manages);
    }

    private async Task<IActionResult> Show(bool manages)
    {
        Now = await standIns.Now(Community, Aborted);
        Form = Reading.Story is not null && manages ? await standIns.Ask(Community, Visit.Caller.User, Aborted) : null;
        return Page();
    }

    /// <summary>Why it is not done; null where nothing is in the way. In chat only people of the community can be chosen.</summary>
    private async Task<string?> Obstacle(bool manages, string? delivery, string? form, IReadOnlyDictionary<string, string> values)
    {
        if (!manages)
        {
            return "Only who manages the server or workspace, as its platform tells, names who stands in.";
        }

        if (!Visit.IsDelivery(delivery) || !standIns.IsOne(form, Community, Visit.Caller.User))
        {
            return "Something is missing in what was sent. Look at it again here.";
        }

        foreach (var user in StandInForm.Chosen(values).Take(StandIns.Most))
        {
            switch (await Belongs(user))
            {
                case Belonging.Stranger:
                    return $"\u201C{user}\u201D is nobody of this server or workspace. Choose from what is offered, or give an id.";
                case null:
                    return "The platform does not tell now who is there. Try again.";
            }
        }

        return null;
    }

    private async Task<string?> Settle(IReadOnlyDictionary<string, string> values, string delivery, string form) =>
        await standIns.Settle(values, Visit.Caller.User, ModeratorVisit.Command(delivery, form), Community, Aborted)
            is Settled.Refused refused
            ? refused.Why
            : null;

    private async Task<bool> Manages() => await Belongs(Visit.Caller.User) is Belonging.Manager;

    private async Task<Belonging?> Belongs(UserId user) =>
        Platform is { } platform ? await platform.Belongs(Community, user, Aborted) : null;

    private IPlatform? Platform => platforms.FirstOrDefault(each => each.Serves(Community));
}
