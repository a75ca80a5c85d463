using System.Text.RegularExpressions;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Questions.Answering;
using Bot.Host.Telemetry;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages;

/// <summary>The front page: a line to ask in, and what was answered. The transcript lives in the browser's page and nowhere else.</summary>
internal sealed class IndexModel(Desk desk, Reading reading, DatelineMetrics metrics) : StoryPage(reading)
{
    private const int MostExamples = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

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

        return Show(new Exchange(null, desk.Handle(new Command.Ask("", new AsOf()), Reading.Shelf, Reading.Named), Reading));
    }

    public async Task<IActionResult> OnPost()
    {
        var form = await Form();
        Reading.Open(form["story"]);
        var exchange = Exchange.Of(form["typed"].ToString(), desk, Reading);
        if (exchange.Reply is AnswerReply { Answer: var answer })
        {
            metrics.Answered("console", answer.Outcome);
        }

        return Request.Headers.ContainsKey("HX-Request") ? Partial("/Console/Pages/_Exchange.cshtml", exchange) : Show(exchange);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show(Exchange exchange)
    {
        First = exchange;
        var facts = Reading.Story is null
            ? []
            : Reading.Current.Where(revision => revision.Fact is { Asked.Count: > 0 } and not Account).ToList();
        var most = Math.Min(MostExamples, facts.Count);
        Examples =
        [
            .. Enumerable
                .Range(0, most)
                .Select(i => facts[i * facts.Count / most].Fact.Asked[0])
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(Written),
        ];
        return Page();
    }

    /// <summary>The ways people ask are kept in small letters; here they stand as a question, with names as names.</summary>
    private string Written(string asked) =>
        ReplyWords.Capital(
            Reading.Story!.Book.Entities.Aggregate(
                asked,
                (text, entity) => Regex.Replace(text, $@"\b{Regex.Escape(entity.Name)}\b", entity.Name, RegexOptions.IgnoreCase, Patience)
            )
        ) + (asked.EndsWith('?') ? "" : "?");

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
