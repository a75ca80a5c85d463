using Bot.Core.Corrections;
using Bot.Core.Facts;
using Bot.Host.Console.Moderating;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.Console.Pages.Moderate;

/// <summary>What was posted, how far its corrections are, and what a moderator wants done about those that wait or were left.</summary>
internal sealed class PostsModel(ModeratorVisit visit, Reading reading, PostBoard board) : ModeratorPage(visit, reading)
{
    private const int MostShown = 100;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<PostRow> Rows { get; private set; } = [];
    public IReadOnlyList<PostRow> Latest => [.. Rows.Take(MostShown)];

    /// <summary>By fact that is not shown as it stands, the posts of it that wait or were left.</summary>
    public IReadOnlyList<(FactId Fact, IReadOnlyList<PostRow> Rows)> Waiting { get; private set; } = [];

    /// <summary>What became of what was asked for; null when nothing was.</summary>
    public string? Told { get; private set; }

    public Task OnGet() => Look();

    public async Task<IActionResult> OnPost(string? fact, Instruction? wanted)
    {
        if (string.IsNullOrEmpty(fact) || wanted is not { } instruction || !Enum.IsDefined(instruction))
        {
            return BadRequest();
        }

        var posts = await board.Instruct(Visit.Caller.Community, new FactId(fact), instruction, HttpContext.RequestAborted);
        Visit.Note($"{instruction} of posts", isDone: posts > 0);
        Told = PostWords.Became(instruction, posts);
        await Look();
        return Page();
    }

    /// <summary>What a fact of a post says in the post's story, given or held; its id where it is neither.</summary>
    public static string Says(FactId fact, PostRow row) =>
        row.Story is { } story && (story.Book.Find(fact)?.Id ?? fact) is var id && story.GivenOrHeld(id) is { } revision
            ? revision.Fact.Says
            : fact.Value;

    /// <summary>Whether a post is of the story that is followed here, so that there are pages of its facts.</summary>
    public bool IsFollowed(PostRow row) => row.Post.Receipt.Story == Reading.Story?.Story.Slug;

    private async Task Look()
    {
        Rows = await board.All(Visit.Caller.Community, HttpContext.RequestAborted);
        Waiting =
        [
            .. from row in Rows
            where row.IsOpen
            from fact in row.Differing
            group row by fact into rows
            select (rows.Key, (IReadOnlyList<PostRow>)[.. rows]),
        ];
    }
}
