using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Model;

/// <summary>A sequence that came out otherwise than the model says.</summary>
/// <param name="Step">The number of the step after which it did; as many as there are when it was seen at the end.</param>
internal sealed record Disagreement(int Step, string Sentence);

/// <summary>Runs one sequence on a store and in the model, side by side.</summary>
internal sealed class ModelRun
{
    private readonly Lexicon lexicon;
    private readonly FakeTimeProvider time;
    private readonly IModelStore store;
    private readonly ModelBase shared = new();
    private readonly Dictionary<string, ModelCommunity> communities;
    private readonly Dictionary<(string Community, int Number), (ChangeRequest Request, ChangeOutcome.Done Done)> done = [];
    private readonly Dictionary<int, Step.Ask> asked = [];
    private readonly Looks looks = new();
    private Shelf shelf = new();
    private StoryKeeper keeper = null!;
    private Changes changes = null!;

    private ModelRun(Lexicon lexicon, FakeTimeProvider time, IModelStore store)
    {
        (this.lexicon, this.time, this.store) = (lexicon, time, store);
        communities = Steps.Communities.ToDictionary(name => name, _ => new ModelCommunity(shared), StringComparer.Ordinal);
        foreach (var fact in Steps.BaseFacts)
        {
            shared.Facts[fact] = 0;
        }
    }

    /// <summary>What was given otherwise than the model says; null when nothing was.</summary>
    /// <param name="open">An empty store that goes by the clock it is given.</param>
    public static async Task<Disagreement?> Of(IReadOnlyList<Step> steps, Lexicon lexicon, Func<TimeProvider, Task<IModelStore>> open)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await using var store = await open(time);
        var run = new ModelRun(lexicon, time, store);
        var number = -1;
        try
        {
            await run.Start();
            for (number = 0; number < steps.Count; number++)
            {
                time.Advance(TimeSpan.FromMinutes(1));
                run.looks.Begin(number);
                if (await run.Take(steps[number]) is { } wrong)
                {
                    return new Disagreement(number, wrong);
                }
            }

            return await run.AtTheEnd() is { } last ? new Disagreement(number, last) : null;
        }
        catch (Exception fault)
        {
            return new Disagreement(number, fault.ToString());
        }
    }

    private async Task Start()
    {
        (shelf, keeper) = (new Shelf(), null!);
        keeper = new StoryKeeper(store.Journal, shelf, time, development: false);
        changes = new Changes(store.Journal, keeper, shelf, time);
        await Load(shelf, keeper);
    }

    private async Task Load(Shelf shelf, StoryKeeper keeper, (string, string)? renamed = null)
    {
        var draft = MadeDrafts.Base(shared.Edition, shared.Facts, renamed);
        var book = ((BuildResult.Built)FactBook.Build(draft, lexicon.Abbreviations)).Book;
        var problems = await keeper.Load([book], lexicon, null, CancellationToken.None);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"An edition was refused: {problems[0]}");
        }
    }

    private async Task<string?> Take(Step step)
    {
        var before = Given();
        var wrong = step switch
        {
            Step.Ask ask => await Ask(ask),
            Step.Again again => await Again(again),
            Step.Edition edition => await Edition(edition),
            Step.RenameAndDrop rename => await RenameAndDrop(rename.Fact),
            Step.EraseBase erase => await EraseBase(erase),
            Step.Restart => await Restart(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        looks.Changed(before, Given());
        if (step is Step.Edition or Step.RenameAndDrop)
        {
            looks.Moved(step is Step.Edition edited ? edited.Fact : ((Step.RenameAndDrop)step).Fact);
        }

        return wrong ?? Comparison.Of(shelf, shared, communities);
    }

    private Dictionary<(string, string, string), Said> Given() =>
        communities
            .SelectMany(c =>
                c.Value.Stories.SelectMany(s => s.Value.Names.Select(fact => (Key: (c.Key, s.Key, fact), Said: s.Value.Given(fact))))
            )
            .Where(given => given.Said is not null)
            .ToDictionary(given => given.Key, given => given.Said!);

    private async Task<string?> Ask(Step.Ask ask)
    {
        asked[ask.Number] = ask;
        var community = communities[ask.Community];
        var story = community.Stories.GetValueOrDefault(ask.Story);
        var request = Request.Of(ask, story);
        var real = shelf.Story(shelf.Now, new CommunityId(ask.Community), ask.Story);
        var looked = looks.Take(ask, real?.Current(new FactId(ask.Fact))?.Number, story?.Given(ask.Fact));
        var make = request.Make(ask, looked.Revision);
        var outcome = await changes.Make(make, CancellationToken.None);
        var expected = !community.Allows(ask, request) ? Expected.Refused : looked.Expected;
        if (outcome is ChangeOutcome.Done completed)
        {
            done[(ask.Community, ask.Number)] = (make, completed);
            if (expected is Expected.Refused || completed.Again)
            {
                return $"It was done: {completed}.";
            }

            community.Do(
                ask,
                request,
                ask.Wanted is Wanted.AddUnnamed ? [completed.Facts[0].Value] : [.. request.States.Select(state => state.Fact)]
            );
            if (ask.Wanted is Wanted.TakeBase or Wanted.Restate)
            {
                looks.Taken(ask);
            }

            return null;
        }

        return expected is Expected.Done ? $"It was refused: {((ChangeOutcome.Refused)outcome).Problems[0].Sentence}" : null;
    }

    private async Task<string?> Again(Step.Again again)
    {
        if (!asked.TryGetValue(again.Number, out var ask))
        {
            return null;
        }

        var community = again.Elsewhere ?? ask.Community;
        if (!done.TryGetValue((community, again.Number), out var before))
        {
            return await Ask(ask with { Community = community });
        }

        return
            await changes.Make(before.Request, CancellationToken.None) is ChangeOutcome.Done { Again: true } now
            && (now.First, now.Last) == (before.Done.First, before.Done.Last)
            ? null
            : $"What came again was not told to be done at {before.Done.First}.";
    }

    private async Task<string?> Edition(Step.Edition edition)
    {
        if (shared.Erased.Contains(edition.Fact))
        {
            return null;
        }

        shared.Edition++;
        if (edition.Wording is { } wording)
        {
            shared.Facts[edition.Fact] = wording;
        }
        else
        {
            shared.Facts.Remove(edition.Fact);
        }

        await Load(shelf, keeper);
        return null;
    }

    private async Task<string?> RenameAndDrop(string fact)
    {
        if (!shared.Facts.ContainsKey(fact))
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{fact}-r{++shared.Edition}");
        await Load(shelf, keeper, (fact, name));
        shared.Renamed[fact] = name;
        return await Edition(new Step.Edition(fact, Wording: null));
    }

    private async Task<string?> EraseBase(Step.EraseBase step)
    {
        var fact = step.Fact;
        var id = new FactId(shared.Renamed.GetValueOrDefault(fact, fact));
        if (step.Everywhere && shared[fact] is null)
        {
            return await EraseEverywhere(fact, id);
        }

        var allowed = shared[fact] is null && !shared.Erased.Contains(fact);
        return await Erase(CommunityId.Base, fact, id) == allowed ? null : $"The base's {fact} was {(allowed ? "not erased" : "erased")}.";
    }

    private async Task<string?> EraseEverywhere(string fact, FactId id)
    {
        var holders = await Holders.Of(store.Journal, new StorySlug(Steps.Shared), id, CancellationToken.None);
        var expected = communities
            .Where(community => community.Value.Stories[Steps.Shared].CanErase(fact))
            .Select(community => community.Key)
            .Order(StringComparer.Ordinal);
        IReadOnlyList<string> all = [.. shared.Erased.Contains(fact) ? Enumerable.Empty<string>() : [CommunityId.Base.Value], .. expected];
        if (!holders.Select(holder => holder.Value).SequenceEqual(all))
        {
            return $"{fact} is held by {string.Join(", ", holders)}, and not by {string.Join(", ", all)}.";
        }

        foreach (var holder in holders)
        {
            if (!await Erase(holder, fact, id))
            {
                return $"What {holder} held of {fact} was not erased.";
            }
        }

        return null;
    }

    /// <returns>False where it was refused.</returns>
    private async Task<bool> Erase(CommunityId holder, string fact, FactId id)
    {
        var outcome = await changes.Make(
            new ChangeRequest
            {
                Community = holder,
                Story = new StorySlug(Steps.Shared),
                By = PersonKey.Maintainers,
                Command = new CommandId(string.Create(CultureInfo.InvariantCulture, $"erase {fact} {time.GetUtcNow():O}")),
                Reason = "",
                Change = new Change.EraseFact(id),
            },
            CancellationToken.None
        );
        if (outcome is not ChangeOutcome.Done)
        {
            return false;
        }

        if (holder == CommunityId.Base)
        {
            shared.Erased.Add(fact);
            looks.Forget(fact);
        }
        else
        {
            communities[holder.Value].Stories[Steps.Shared].Erase(fact);
        }

        return true;
    }

    private async Task<string?> Restart()
    {
        await store.Reopen();
        await Start();
        return null;
    }

    private async Task<string?> AtTheEnd()
    {
        if (await store.Problems() is [var problem, ..])
        {
            return problem;
        }

        var anew = new Shelf();
        await Load(anew, new StoryKeeper(store.Journal, anew, time, development: false));
        foreach (var community in communities.Keys.Select(name => new CommunityId(name)).Append(CommunityId.Base))
        {
            if (Told.Of(shelf, community) is var live && Told.Of(anew, community) is var folded && live != folded)
            {
                return $"{community} is not what a fold from nothing gives. Live:\n{live}\nFolded:\n{folded}";
            }
        }

        return await Secrets.Left(store.Journal, shelf, shared, communities) ?? Answers.Wrong(shelf, communities);
    }
}
