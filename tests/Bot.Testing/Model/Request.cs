using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Testing.Model;

/// <summary>A step's request, made for the story as the model has it.</summary>
internal sealed record Request
{
    private const int Tags = 2;
    private const string Plainly = "Because.";

    /// <summary>The states of facts that it holds.</summary>
    public IReadOnlyList<Words> States { get; private init; } = [];

    /// <summary>Whom and what it brings along; null: nobody and nothing.</summary>
    public Brought? Brings { get; private init; }
    public DateOnly Day { get; private init; }
    public string Reason { get; private init; } = Plainly;
    public string? Chosen { get; private init; }
    public required Change Change { get; init; }

    /// <summary>Whose words these are: each story of each community has its own.</summary>
    public static string Owner(string community, string story) => $"{community}{story}";

    public static Request Of(Step.Ask ask, ModelStory? story)
    {
        var (fact, detail) = (new FactId(ask.Fact), ask.Detail);
        var about = detail == 11 ? "" : $"Because of {MadeDrafts.Marker(Owner(ask.Community, ask.Story), ask.Fact)}r.";
        var day = MadeDrafts.SaidOn.AddDays(detail % 4 * 11);
        return ask.Wanted switch
        {
            Wanted.Add or Wanted.AddPair or Wanted.AddUnnamed or Wanted.Restate => Draft(ask, story) with
            {
                Reason = ask.Wanted is Wanted.AddPair ? Plainly : about,
            },
            Wanted.Retract => new()
            {
                Change = new Change.Retract(fact, day),
                Reason = about,
                Day = day,
            },
            Wanted.Recheck => new()
            {
                Change = new Change.Recheck(fact, day),
                Reason = about,
                Day = day,
            },
            Wanted.Hold => new() { Change = new Change.Hold(fact), Reason = about },
            Wanted.Release => new() { Change = new Change.Release(fact), Reason = about },
            Wanted.Withdraw => new() { Change = new Change.Withdraw(fact), Reason = about },
            Wanted.Erase => new() { Change = new Change.EraseFact(fact) },
            Wanted.KeepOurs => new() { Change = new Change.KeepOurs(fact), Reason = about },
            Wanted.TakeBase => new() { Change = new Change.TakeBase(fact), Reason = about },
            Wanted.Start => new() { Change = new Change.StartStory($"The {ask.Story}", "Europe/London") },
            Wanted.Close => new() { Change = new Change.CloseStory(day), Day = day },
            Wanted.Reopen => new() { Change = new Change.ReopenStory() },
            Wanted.Settle => Settle(detail % 4 == 3 ? null : Steps.Stories[detail % 4]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public ChangeRequest Make(Step.Ask ask, int? revision) =>
        new()
        {
            Community = new CommunityId(ask.Community),
            Story = new StorySlug(ask.Story),
            By = new PersonKey("p1"),
            Command = new CommandId($"delivery {ask.Number}"),
            Reason = Reason,
            Change = Change,
            Revision = revision,
        };

    private static Request Settle(string? chosen) =>
        new() { Chosen = chosen, Change = new Change.Follow(chosen is null ? null : new StorySlug(chosen)) };

    private static Request Draft(Step.Ask ask, ModelStory? story)
    {
        var isBases = ask.Story == Steps.Shared && Steps.BaseFacts.Contains(ask.Fact);
        var (wording, tag) =
            isBases && ask.Detail < 6 ? (ask.Detail % MadeDrafts.Common, "") : (3 + (ask.Detail % 3), $"~t{ask.Detail % Tags}");
        var owner = Owner(ask.Community, ask.Story);
        List<Words> states = [new(owner, ask.Fact, wording, tag)];
        if (ask.Wanted is Wanted.AddPair)
        {
            var next = Steps.OwnFacts[(Steps.OwnFacts.ToList().IndexOf(ask.Fact) + 1) % Steps.OwnFacts.Count];
            states.Add(new Words(owner, next, wording, tag));
        }

        var brought = tag.Length > 0 ? Brought(owner, tag, ask, story, [.. states.Select(state => state.Fact)]) : null;
        var draft = MadeDrafts.Of(
            [.. states.Select(state => (state, ask.Wanted is Wanted.AddUnnamed or Wanted.Restate ? null : state.Fact))],
            brought
        );
        return new Request
        {
            States = states,
            Brings = brought,
            Change = ask.Wanted is Wanted.Restate ? new Change.Restate(new FactId(ask.Fact), draft) : new Change.Add(draft),
        };
    }

    /// <summary>
    /// The page has a sentence for each fact that is not erased. It begins otherwise each time, so that what is brought again stands elsewhere; and whoever wrote
    /// it has another name each time.
    /// </summary>
    private static Brought? Brought(string owner, string tag, Step.Ask ask, ModelStory? story, IReadOnlyList<string> facts)
    {
        var isThere = story is not null && story.Pages.Has(tag, facts);
        return isThere && ask.Detail < 8
            ? null
            : new Brought(
                owner,
                tag,
                string.Create(CultureInfo.InvariantCulture, $"Quillmere the {ask.Number}th"),
                (Form)(ask.Detail / 2 % 3),
                ask.Detail % 3,
                isThere && ask.Detail < 10
                    ? null
                    :
                    [
                        .. Steps
                            .BaseFacts.Concat(Steps.OwnFacts)
                            .Append(ask.Fact)
                            .Distinct()
                            .Where(fact => story is null || !story.IsErased(fact)),
                    ]
            );
    }
}
