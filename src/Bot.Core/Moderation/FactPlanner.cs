using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Core.Moderation;

/// <summary>Plans what is done to facts, over the story as the community has it now. Whether somebody alone may do it is not asked here.</summary>
/// <param name="queue">What waits there: an erasure empties it too.</param>
/// <param name="today">In the story's time zone.</param>
internal sealed partial class FactPlanner(StorySnapshot story, Backlog queue, ChangeRequest request, DateOnly today)
{
    private Edition Edition => (story.Below ?? story).Edition;

    public ChangePlan Plan() =>
        request.Change switch
        {
            Change.Add add => Add(add.Draft, supersedes: null),
            Change.Restate restate => Given(restate.Fact, was => Restate(was, restate.Draft)),
            Change.Retract retract => Given(retract.Fact, was => End(was, EndingKind.Retracted, retract.On), orHeld: true),
            Change.Supersede supersede => Given(supersede.Fact, was => Supersede(was, supersede), orHeld: true),
            Change.Correct correct => Given(correct.Fact, was => Correct(was, correct), orHeld: true),
            Change.Dispute dispute => Given(dispute.Fact, was => Dispute(was, dispute.By)),
            Change.Cite cite => Given(cite.Fact, was => Cite(was, cite.Draft)),
            Change.Confirm confirm => Given(confirm.Fact, Confirm, orHeld: true),
            Change.Undo undo => Undo(undo),
            Change.Recheck recheck => Given(recheck.Fact, was => Recheck(was, recheck.On)),
            Change.Hold hold => Given(hold.Fact, was => ChangePlan.Of(Stream(was.Id), new StoryEvent.FactHeld(was.Id))),
            Change.Release release => story.Held.Contains(release.Fact)
                ? ChangePlan.Of(Stream(release.Fact), new StoryEvent.FactReleased(release.Fact))
                : ChangePlan.No(ChangeWords.NotHeld(release.Fact)),
            Change.Withdraw withdraw => Given(
                withdraw.Fact,
                was => ChangePlan.Of(Stream(was.Id), new StoryEvent.FactRemoved(Edition, was)),
                orHeld: true,
                orGone: true
            ),
            Change.KeepOurs keep => Moved(keep.Fact, moved => new StoryEvent.FactKept(Edition, keep.Fact, moved.Base)),
            Change.TakeBase take => TakeBase(take.Fact),
            Change.EraseFact erase => new Eraser(story, queue, request.Community).Plan(erase.Fact),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <param name="supersedes">What the new one stands in for: it may be held.</param>
    private ChangePlan Add(StoryDraft draft, FactId? supersedes)
    {
        if (draft.Facts.Count == 0)
        {
            return ChangePlan.No(ChangeWords.NothingToAdd);
        }

        var named = draft with { Facts = [.. draft.Facts.Select((fact, i) => fact.Id is null ? fact with { Id = NewId(fact, i) } : fact)] };
        return Amend(
            named,
            amendment =>
                amendment.Facts.FirstOrDefault(fact => story.Book.Find(fact.Id) is not null) is { } there
                    ? ChangePlan.No(ChangeWords.IsThere(there.Id))
                : amendment.Facts.FirstOrDefault(fact => story.Held.Contains(fact.Id)) is { } held
                    ? ChangePlan.No(ChangeWords.IsHeld(held.Id))
                : amendment.Facts.FirstOrDefault(fact => story.Erased.Contains(fact.Id)) is { } erased
                    ? ChangePlan.No(ChangeWords.WasErased(erased.Id))
                : new ChangePlan.Append(
                    [
                        .. Named(amendment),
                        .. amendment.Names.Select(added =>
                            (Stream(added.Fact), (StoryEvent)new StoryEvent.NameAdded(added.Fact, added.Entity, added.Name))
                        ),
                        .. amendment.Facts.Select(fact => (Stream(fact.Id), (StoryEvent)new StoryEvent.FactAdded(Edition, fact))),
                    ],
                    []
                ),
            supersedes
        );
    }

    private ChangePlan Restate(Fact was, StoryDraft draft) =>
        draft.Facts is not [var only] || (only.Id is { } id && id.Value.Trim() != was.Id.Value)
            ? ChangePlan.No(ChangeWords.OneFactOnly(was.Id))
            : Amend(
                draft with
                {
                    Facts = [only with { Id = only.Id ?? new Text(was.Id.Value, only.At) }],
                },
                amendment =>
                {
                    var now = amendment.Facts[0];
                    now = now.KnownIsStated ? now : now with { Known = was.Known };
                    return FactContent.Differences(was, now).Count == 0
                        ? ChangePlan.No(ChangeWords.SaysThat(was.Id))
                        : new ChangePlan.Append([.. Named(amendment), (Stream(was.Id), new StoryEvent.FactChanged(Edition, was, now))], []);
                },
                was.Id
            );

    private ChangePlan Recheck(Fact was, DateOnly on) =>
        on > today ? ChangePlan.No(ChangeWords.NotYet(on))
        : was.Checked >= on ? ChangePlan.No(ChangeWords.CheckedLater(was.Id, was.Checked.Value))
        : Changed(was, was with { Checked = on });

    private ChangePlan Changed(Fact was, Fact now) =>
        was.Ended is { } ended ? ChangePlan.No(ChangeWords.HasEnded(was.Id, ended))
        : request.Reason.Trim().Length == 0 && now.Ended is not null ? ChangePlan.No(ChangeWords.SayWhy)
        : ChangePlan.Of(Stream(was.Id), new StoryEvent.FactChanged(Edition, was, now));

    private ChangePlan Moved(FactId fact, Func<MovedBase, StoryEvent> happened) =>
        story.Moved.FirstOrDefault(moved => moved.Fact == fact) is { } moved
            ? ChangePlan.Of(Stream(fact), happened(moved))
            : ChangePlan.No(ChangeWords.NotMoved(fact));

    private ChangePlan TakeBase(FactId fact) =>
        story.Below?.Book.Find(fact) is null ? ChangePlan.No(ChangeWords.NotOfTheBase(fact))
        : story.Erased.Contains(fact) ? ChangePlan.No(ChangeWords.WasErased(fact))
        : !story.TakenOver.Contains(fact) && !story.Held.Contains(fact) ? ChangePlan.No(ChangeWords.IsTheBases(fact))
        : ChangePlan.Of(Stream(fact), new StoryEvent.FactReturned(fact));

    private ChangePlan Amend(StoryDraft draft, Func<Amendment, ChangePlan> plan, FactId? also = null) =>
        story.Book.Amend(draft, today, story.Index.Lexicon.Abbreviations, also) switch
        {
            AmendResult.Built built => plan(built.Amendment),
            AmendResult.Refused refused => new ChangePlan.Refused(refused.Problems),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The fact as it is given now, unless they looked at another state of it.</summary>
    /// <param name="orHeld">Or as it would be given, were it not held.</param>
    /// <param name="orGone">Or as it was given last, where it is held and the base no longer has it.</param>
    private ChangePlan Given(FactId id, Func<Fact, ChangePlan> plan, bool orHeld = false, bool orGone = false)
    {
        if (story.Held.Contains(id) && !orHeld)
        {
            return ChangePlan.No(ChangeWords.IsHeld(id));
        }

        var now =
            story.GivenOrHeld(id)
            ?? (orGone && story.Held.Contains(id) ? story.Targets(id).Select(target => story.Revisions[target]).FirstOrDefault() : null);
        return now is null
                ? ChangePlan.No(
                    story.Book.Find(id) is { } renamed && renamed.Id != id ? ChangeWords.Renamed(id, renamed.Id)
                    : story.Erased.Contains(id) ? ChangeWords.WasErased(id)
                    : ChangeWords.NotThere(id)
                )
            : request.Revision is { } seen && seen != now.Number ? ChangePlan.No(ChangeWords.Overtaken(id, seen, now.Number))
            : plan(now.Fact);
    }

    /// <summary>Whom and what the facts bring along stands in the stream of the first, and goes with it if it is erased.</summary>
    private IEnumerable<(StreamId, StoryEvent)> Named(Amendment amendment) =>
        amendment.Cast is { Entities: [], Sources: [], Seeds: [] }
            ? []
            : [(Stream(amendment.Facts[0].Id), new StoryEvent.CastAdded(Edition, amendment.Cast))];

    /// <summary>Follows from the delivery, so that a repeated one gives the same.</summary>
    private Text NewId(FactDraft fact, int number)
    {
        for (var salt = 0; ; salt++)
        {
            var id = new FactId($"~{new FactId($"{request.Community} {request.Command} {number} {salt}").Handle}");
            if (story.Book.WithHandle(id.Handle) is null && !story.Erased.Contains(id) && !story.Targets(id).Any())
            {
                return new Text(id.Value, fact.At);
            }
        }
    }

    private StreamId Stream(FactId fact) => StreamId.Fact(request.Community, request.Story, fact);
}
