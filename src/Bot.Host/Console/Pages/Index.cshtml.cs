using Bot.Core.Conversation;
using Bot.Core.Questions.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages;

/// <summary>The front page: a line to ask in, and what was answered. The transcript lives in the browser's page and nowhere else.</summary>
internal sealed class IndexModel(Desk desk, Reading reading) : StoryPage(reading)
{
    /// <summary>What the page shows first: the story so far, or the answer to a form that was posted without the script.</summary>
    public Exchange? First { get; private set; }

    /// <summary>Ways people ask about this story, spread over its facts.</summary>
    public IReadOnlyList<string> Examples { get; private set; } = [];

    protected override bool ManagesWithout => true;

    public IActionResult OnGet()
    {
        if (Reading.Story is null && Reading.Named is not null && Reading.Shelf.Stories.Count > 0)
        {
            return Missing("There is no story of that name here.");
        }

        return Show(new Exchange(null, desk.Handle(new Command.Ask("", new AsOf()), Reading.Named), Reading));
    }

    public async Task<IActionResult> OnPost()
    {
        var form = await Form();
        Reading.Open(form["story"]);
        var exchange = Exchange.Of(form["typed"].ToString(), desk, Reading);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("/Console/Pages/_Exchange.cshtml", exchange) : Show(exchange);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show(Exchange exchange)
    {
        First = exchange;
        var facts = Reading.Story is null ? [] : Reading.Current.Where(revision => revision.Fact.Asked.Count > 0).ToList();
        const int most = 5;
        Examples =
        [
            .. Enumerable
                .Range(0, Math.Min(most, facts.Count))
                .Select(i => facts[i * facts.Count / Math.Min(most, facts.Count)].Fact.Asked[0])
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return Page();
    }

    /// <summary>A form that cannot be read is an empty one.</summary>
    private async Task<IFormCollection> Form()
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(HttpContext.RequestAborted) : FormCollection.Empty;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return FormCollection.Empty;
        }
    }
}
