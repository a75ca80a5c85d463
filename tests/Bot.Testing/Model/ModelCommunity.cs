namespace Bot.Testing.Model;

/// <summary>What is to become of a request.</summary>
internal enum Expected
{
    Done,
    Refused,

    /// <summary>Neither would be wrong.</summary>
    Either,
}

/// <summary>One community as it is to be: its stories and what it chose.</summary>
internal sealed class ModelCommunity(ModelBase shared)
{
    /// <summary>The day in every story of the model.</summary>
    public static readonly DateOnly Today = new(2026, 6, 1);

    public Dictionary<string, ModelStory> Stories { get; } = new(StringComparer.Ordinal) { [Steps.Shared] = new ModelStory(shared) };
    public string? Chosen { get; private set; }

    /// <summary>What becomes of a request, apart from the revision that was looked at.</summary>
    public bool Allows(Step.Ask ask, Request request)
    {
        if (ask.Wanted is Wanted.Start)
        {
            return !Stories.ContainsKey(ask.Story);
        }

        if (ask.Wanted is Wanted.Settle)
        {
            return request.Chosen != Chosen && (request.Chosen is null || Stories.ContainsKey(request.Chosen));
        }

        return Stories.TryGetValue(ask.Story, out var story) && Allows(story, ask, request);
    }

    /// <summary>It was done.</summary>
    public void Do(Step.Ask ask, Request request, IReadOnlyList<string> ids)
    {
        var story = Stories.GetValueOrDefault(ask.Story)!;
        var fact = ask.Fact;
        switch (ask.Wanted)
        {
            case Wanted.Add or Wanted.AddPair or Wanted.AddUnnamed or Wanted.Restate:
                if (request.Brings is { } brought)
                {
                    story.Pages.Bring(brought);
                }

                request.States.Zip(ids).ToList().ForEach(state => story.Say(state.Second, Said.By(state.First)));
                break;
            case Wanted.Retract:
                story.Say(fact, story.UnderHold(fact)! with { Ended = true });
                break;
            case Wanted.Recheck:
                story.Say(fact, story.Given(fact)! with { Checked = request.Day });
                break;
            case Wanted.Hold:
                story.Hold(fact);
                break;
            case Wanted.Release:
                story.Release(fact);
                break;
            case Wanted.Withdraw:
                story.Withdraw(fact);
                break;
            case Wanted.Erase:
                story.Erase(fact);
                break;
            case Wanted.KeepOurs:
                story.KeepOurs(fact);
                break;
            case Wanted.TakeBase:
                story.TakeBase(fact);
                break;
            case Wanted.Start:
                Stories[ask.Story] = new ModelStory(below: null);
                break;
            case Wanted.Close:
                story.Closed = request.Day;
                break;
            case Wanted.Reopen:
                story.Closed = null;
                break;
            case Wanted.Settle:
                Chosen = request.Chosen;
                break;
        }
    }

    private static bool Allows(ModelStory story, Step.Ask ask, Request request)
    {
        var given = story.Given(ask.Fact);
        return ask.Wanted switch
        {
            Wanted.Add or Wanted.AddPair or Wanted.AddUnnamed => request.States.All(state =>
                story.Given(state.Fact) is null && !story.IsHeld(state.Fact) && !story.IsErased(state.Fact)
            ),
            Wanted.Restate => given is not null && !given.IsSame(Said.By(request.States[0])),
            Wanted.Retract => story.UnderHold(ask.Fact) is { Ended: false } && request.Reason.Length > 0 && request.Day <= Today,
            Wanted.Recheck => given is { Ended: false } && request.Day <= Today && request.Day > given.Checked,
            Wanted.Hold => given is not null,
            Wanted.Release => story.IsHeld(ask.Fact),
            Wanted.Withdraw => given is not null || story.IsHeld(ask.Fact),
            Wanted.Erase => story.CanErase(ask.Fact),
            Wanted.KeepOurs => story.HasMoved(ask.Fact),
            Wanted.TakeBase => story.CanTakeBase(ask.Fact),
            Wanted.Close => story.Closed is null,
            Wanted.Reopen => story.Closed is not null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
