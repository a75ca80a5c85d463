using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;
using Bot.Core.Questions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Testing.Rules;

/// <summary>Runs one sequence through <see cref="Changes"/> and in the model, side by side.</summary>
internal sealed class RulesRun
{
    private static readonly CommunityId Town = new("discord:1");
    private static readonly StorySlug Story = new("river");
    private static readonly DateTimeOffset Beginning = new(2026, 5, 31, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Beginning);
    private readonly Shelf shelf = new();
    private readonly RulesModel model = new();
    private readonly Changes changes;
    private readonly StoryKeeper keeper;
    private readonly Dictionary<int, ItemId> items = [];
    private readonly Dictionary<string, FactId> facts = RulesSteps.BaseFacts.ToDictionary(fact => fact, fact => new FactId(fact));
    private readonly Dictionary<int, (ChangeRequest Request, ChangeOutcome.Done Done)> done = [];

    private RulesRun()
    {
        var journal = new InMemoryJournal(time);
        keeper = new StoryKeeper(journal, shelf, time, development: false);
        changes = new Changes(journal, keeper, shelf, time, new ModerationRules(true, TimeSpan.FromMinutes(RulesModel.Grace)));
    }

    /// <summary>The number of the step after which something was otherwise than in the model, and what; null when nothing was.</summary>
    public static async Task<(int Step, string Sentence)?> Of(IReadOnlyList<RulesStep> steps, Lexicon lexicon)
    {
        var run = new RulesRun();
        var book = ((BuildResult.Built)FactBook.Build(RulesDrafts.Base, lexicon.Abbreviations)).Book;
        await run.keeper.Load([book], lexicon, null, CancellationToken.None);
        for (var at = 0; at < steps.Count; at++)
        {
            try
            {
                if (await run.Take(steps[at]) is { } wrong)
                {
                    return (at, wrong);
                }
            }
            catch (Exception fault)
            {
                return (at, fault.ToString());
            }
        }

        return null;
    }

    private async Task<string?> Take(RulesStep step)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        model.Minute++;
        var wrong = step switch
        {
            RulesStep.Wait => await Wait(),
            RulesStep.Again again => await Again(again),
            RulesStep.Second second => await Settle(second),
            RulesStep.Do @do => await Make(step, @do.By, Of(@do), @do.Why, model.Do(@do)),
            RulesStep.Draft draft => await Make(
                step,
                draft.By,
                new Change.KeepDraft(RulesDrafts.Sheet(step.Number)),
                why: false,
                model.Draft(draft)
            ),
            RulesStep.Decide decide => await Make(step, decide.By, Of(decide), decide.Why, model.Decide(decide)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return wrong ?? Compare();
    }

    private async Task<string?> Settle(RulesStep.Second second)
    {
        model.Second = second.Needed;
        await changes.Make(Request(second.Number, "ann", new Change.AskSecond(second.Needed), why: false), CancellationToken.None);
        return null;
    }

    private async Task<string?> Make(RulesStep step, string by, Change change, bool why, bool expected)
    {
        var request = Request(step.Number, by, change, why);
        var outcome = await changes.Make(request, CancellationToken.None);
        if (outcome is ChangeOutcome.Refused refused)
        {
            return expected ? $"It was refused: {refused.Problems[0].Sentence}" : null;
        }

        var did = (ChangeOutcome.Done)outcome;
        done[step.Number] = (request, did);
        if (change is not (Change.Approve or Change.Reject) && did.Item is { } item)
        {
            items[step.Number] = item;
        }

        if (did.Events.OfType<StoryEvent.FactAdded>().FirstOrDefault() is { } added && change is Change.Supersede)
        {
            facts[RulesSteps.Added(step.Number)] = added.Fact.Id;
        }

        if (change is Change.KeepDraft)
        {
            facts[RulesSteps.Added(step.Number)] = did.Facts[0];
        }

        return expected ? null : $"It was done: {string.Join(", ", did.Events.Select(e => e.GetType().Name))}.";
    }

    private async Task<string?> Again(RulesStep.Again again)
    {
        if (!done.TryGetValue(again.Of, out var before))
        {
            return null;
        }

        return
            await changes.Make(before.Request, CancellationToken.None) is ChangeOutcome.Done { Again: true } same
            && same.First == before.Done.First
            ? null
            : "What came twice was done twice.";
    }

    private async Task<string?> Wait()
    {
        time.Advance(TimeSpan.FromMinutes(RulesModel.Grace));
        model.Minute += RulesModel.Grace;
        foreach (
            var item in shelf.Queue(Town, Story).Open.OfType<QueueItem.Proposal>().Where(item => item.Proposed.Due <= time.GetUtcNow())
        )
        {
            var request = Request(0, item.By.Value, new Change.TakeEffect(item.Id), why: false) with
            {
                Role = Role.Clock,
                Command = new CommandId($"due {item.Id}"),
            };
            if (
                await changes.Make(request, CancellationToken.None) is ChangeOutcome.Refused refused
                && shelf.Queue(Town, Story).Find(item.Id) is not null
            )
            {
                return $"What was due did not take effect: {refused.Problems[0].Sentence}";
            }
        }

        model.Wait();
        return null;
    }

    private Change Of(RulesStep.Do step)
    {
        var fact = facts.GetValueOrDefault(step.Fact, new FactId($"~{step.Fact}"));
        var day = new DateOnly(2026, 5, 1).AddDays(RulesModel.Day(step) - 1);
        return step.What switch
        {
            Doing.Hold => new Change.Hold(fact),
            Doing.Release => new Change.Release(fact),
            Doing.Dispute => new Change.Dispute(fact, RulesModel.Words(step)),
            Doing.Recheck => new Change.Recheck(fact, day),
            Doing.Correct => new Change.Correct(
                fact,
                RulesDrafts.Of($"{step.Fact} {RulesModel.Wording(step)}"),
                day,
                LookedAgain: step.Detail % 2 == 0
            ),
            Doing.End => new Change.Correct(fact, null, day, LookedAgain: false),
            Doing.Supersede => new Change.Supersede(fact, RulesDrafts.Of($"{RulesSteps.Added(step.Number)} w0"), day),
            Doing.Retract => new Change.Retract(fact, day),
            Doing.Confirm => new Change.Confirm(fact),
            Doing.Erase => new Change.EraseFact(fact),
            Doing.Undo => new Change.Undo(fact),
            Doing.Report => new Change.Report(fact),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private Change Of(RulesStep.Decide step)
    {
        var item = items.GetValueOrDefault(step.About, new ItemId("00000000"));
        return step.Approves ? new Change.Approve(item) : new Change.Reject(item);
    }

    private static ChangeRequest Request(int number, string by, Change change, bool why) =>
        new()
        {
            Community = Town,
            Story = Story,
            By = new PersonKey(by),
            Role = RulesSteps.Moderators.Contains(by) ? Role.Moderator : Role.Member,
            Command = new CommandId(string.Create(CultureInfo.InvariantCulture, $"delivery {number}")),
            Reason = why ? "Because." : " ",
            Change = change,
        };

    private string? Compare()
    {
        var (story, queue) = (shelf.Story(shelf.Now, Town, Story.Value)!, shelf.Queue(Town, Story));
        foreach (var (name, given) in model.Facts)
        {
            if (!facts.TryGetValue(name, out var id))
            {
                return $"The fact {name} is not there.";
            }

            var real = Said(story, id);
            var should = given is null ? "nothing" : Said(given);
            if (real != should || story.Erased.Contains(id) != model.Erased.Contains(name))
            {
                return $"Of {name} is given '{real}' (erased: {story.Erased.Contains(id)}), and not '{should}' (erased: {model.Erased.Contains(name)}).";
            }
        }

        foreach (var (number, item) in model.Items)
        {
            var real = items.TryGetValue(number, out var id) && queue.Find(id) is not null ? "waits" : $"{queue.WhatBecameOf(id)?.How}";
            var should = item.How is null ? "waits" : item.How.Replace("-", "", StringComparison.Ordinal);
            if (!string.Equals(real, should, StringComparison.OrdinalIgnoreCase))
            {
                return $"What step {number} opened is '{real}', and not '{should}'.";
            }
        }

        return queue.Open.Count == model.Items.Values.Distinct().Count(item => item.How is null) ? null : "More waits than in the model.";
    }

    private static string Said(StorySnapshot story, FactId id) =>
        (story.Current(id) ?? story.UnderHold.GetValueOrDefault(id))?.Fact is not { } fact
            ? "nothing"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{fact.Says} {fact.Disputed} {fact.Checked?.Day} {Vocabulary.Word(fact.Status)} {(fact.Ended is { } ended ? Vocabulary.Word(ended.How) : "")} held {story.Held.Contains(id)}"
            );

    private static string Said(Given given) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{RulesDrafts.Says(given.Says)} {given.Disputed} {given.Checked} {given.Status} {given.Ended} held {given.HeldBy is not null}"
        );
}
