namespace Bot.Testing.Rules;

/// <summary>What is given of one fact.</summary>
/// <param name="HeldBy">Null: it is not held.</param>
/// <param name="WithAct">It is held because something is to take effect.</param>
/// <param name="IsNote">It rests on a moderator's note, which is no document of record.</param>
internal sealed record Given(
    string Says,
    string? Disputed,
    int Checked,
    string Status,
    string? Ended,
    string? HeldBy = null,
    bool WithAct = false,
    bool IsNote = false
)
{
    public Given Released => this with { HeldBy = null, WithAct = false };
}

/// <summary>Something that waits, or waited.</summary>
internal sealed class Waiting(string kind, string fact, string by)
{
    public string Kind => kind;
    public string Fact => fact;
    public string By => by;
    public int? Due { get; init; }
    public bool Holds { get; init; }

    /// <summary>For an undoing, the change that is undone.</summary>
    public Happened? Undoes { get; init; }
    public List<string> Reporters { get; } = [];

    /// <summary>Null: it waits.</summary>
    public string? How { get; set; }
}

/// <summary>A change, and how the facts stood before it.</summary>
internal sealed record Happened(Dictionary<string, Given?> Before, bool IsHold, bool IsRelease, bool IsGrave);

/// <summary>The rules of moderation as plain look-ups: no journal, no fold, no versions. Each method says whether it was done, and does it.</summary>
internal sealed class RulesModel
{
    public const int Grace = 5;
    private const int Today = 31;

    private readonly List<Happened> history = [];
    private readonly HashSet<string> touched = [];

    public Dictionary<string, Given?> Facts { get; } =
        RulesSteps.BaseFacts.ToDictionary(
            fact => fact,
            fact => (Given?)new Given($"{fact} w0", null, 1, "reported", null),
            StringComparer.Ordinal
        );
    public HashSet<string> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>By the step that opened it. A report that joins another is the same one.</summary>
    public Dictionary<int, Waiting> Items { get; } = [];
    public bool Second { get; set; } = true;
    public int Minute { get; set; }

    private IEnumerable<Waiting> Open => Items.Values.Distinct().Where(item => item.How is null);

    public bool Do(RulesStep.Do step)
    {
        var isModerator = RulesSteps.Moderators.Contains(step.By);
        if (step.What == Doing.Report)
        {
            return Report(step);
        }

        var now = Facts.GetValueOrDefault(step.Fact);
        var (given, day) = (now is { HeldBy: null } ? now : null, Day(step));
        return isModerator
            && step.What switch
            {
                Doing.Hold => given is not null && Change(step.Fact, given with { HeldBy = step.By }, hold: true),
                Doing.Release => now is { HeldBy: { } holder } && (holder != step.By || step.Why) && Release(step.Fact, step.By),
                Doing.Dispute => given is { Ended: null }
                    && given.Disputed != Words(step)
                    && Change(step.Fact, given with { Disputed = Words(step) }),
                Doing.Recheck => given is { Ended: null }
                    && day <= Today
                    && day > given.Checked
                    && Change(step.Fact, given with { Checked = day }, rechecks: true),
                Doing.Correct => now is { Ended: null }
                    && step.Why
                    && Corrected(step) is var right
                    && right != now.Released
                    && (step.Detail % 2 == 0 || right.Says == now.Says)
                    && Change(step.Fact, right),
                Doing.End => now is { Ended: null }
                    && step.Why
                    && day <= Today
                    && Change(step.Fact, now.Released with { Ended = "corrected" }),
                Doing.Supersede => now is { Ended: null } && step.Why && day <= Today && Supersede(step, now),
                Doing.Retract => now is { Ended: null } && day <= Today && Propose(step, "retract"),
                Doing.Confirm => now is { Ended: null } && now is { Status: not "confirmed", IsNote: false } && Propose(step, "confirm"),
                Doing.Erase => touched.Contains(step.Fact) && !Erased.Contains(step.Fact) && Propose(step, "erase"),
                Doing.Undo => Undo(step),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
    }

    public bool Draft(RulesStep.Draft step)
    {
        Items[step.Number] = new Waiting("draft", RulesSteps.Added(step.Number), step.By);
        touched.Add(RulesSteps.Added(step.Number));
        return true;
    }

    public bool Decide(RulesStep.Decide step)
    {
        if (Items.GetValueOrDefault(step.About) is not { How: null } item)
        {
            return false;
        }

        return (item.Kind, step.Approves) switch
        {
            ("draft", true) => Add(item),
            ("draft", false) => Settle(item, "dropped"),
            ("report", true) => false,
            ("report", false) => step.Why && Settle(item, "stands"),
            (_, true) => item.By != step.By && Effect(item, "approved"),
            (_, false) => (item.By == step.By || step.Why) && CallOff(item, step.By),
        };
    }

    /// <summary>What is due by now takes effect.</summary>
    public void Wait()
    {
        foreach (var due in Open.Where(item => item.Due <= Minute).ToList())
        {
            _ = due.How is not null || Effect(due, "took-effect");
        }
    }

    public static int Day(RulesStep.Do step) =>
        step.Detail switch
        {
            < 5 => 1 + (step.Detail * 7),
            < 10 => Today,
            _ => Today + 9,
        };

    public static string? Words(RulesStep.Do step) => step.Detail % 3 == 0 ? null : $"d{step.Detail % 3}";

    public static string Wording(RulesStep.Do step) => $"w{step.Detail % 3}";

    private static Given Corrected(RulesStep.Do step) => new($"{step.Fact} {Wording(step)}", null, 1, "reported", null);

    private bool Report(RulesStep.Do step)
    {
        var open = Open.Where(item => item.Kind == "report").ToList();
        var there = open.Find(item => item.Fact == step.Fact);
        if (
            Facts.GetValueOrDefault(step.Fact) is not { HeldBy: null, Ended: null }
            || there?.Reporters.Contains(step.By) == true
            || open.Count(item => item.Reporters.Contains(step.By)) >= 3
        )
        {
            return false;
        }

        touched.Add(step.Fact);
        Items[step.Number] = there ?? new Waiting("report", step.Fact, step.By);
        Items[step.Number].Reporters.Add(step.By);
        return true;
    }

    private bool Supersede(RulesStep.Do step, Given now)
    {
        var added = RulesSteps.Added(step.Number);
        touched.Add(added);
        return Change(
            new Dictionary<string, Given?>
            {
                [step.Fact] = now.Released with { Ended = "superseded" },
                [added] = new Given($"{added} w0", null, 1, "reported", null),
            }
        );
    }

    private bool Add(Waiting draft)
    {
        draft.How = "added";
        return Change(
            new Dictionary<string, Given?> { [draft.Fact] = new Given($"{draft.Fact} w0", null, Today, "reported", null, IsNote: true) }
        );
    }

    private bool Propose(RulesStep.Do step, string act, Happened? undoes = null)
    {
        if (!step.Why || Open.Any(item => item.Kind == act && item.Fact == step.Fact))
        {
            return false;
        }

        var now = Facts.GetValueOrDefault(step.Fact);
        var holds = !Second && now is { HeldBy: null };
        Items[step.Number] = new Waiting(act, step.Fact, step.By)
        {
            Due = Second ? null : Minute + Grace,
            Holds = holds,
            Undoes = undoes,
        };
        touched.Add(step.Fact);
        return !holds || Change(step.Fact, now! with { HeldBy = step.By, WithAct = true }, hold: true);
    }

    private bool Undo(RulesStep.Do step)
    {
        if (Open.FirstOrDefault(item => item.Fact == step.Fact && item.Due is not null) is { } due)
        {
            return CallOff(due, step.By);
        }

        if (Latest(step.Fact, _ => true) is not { } latest || (!latest.IsGrave && !Differs(latest)))
        {
            return false;
        }

        return latest.IsGrave ? Propose(step, "undo", latest)
            : latest.IsHold ? (Facts[step.Fact]!.HeldBy != step.By || step.Why) && Release(step.Fact, step.By)
            : Restore(latest, step.By);
    }

    private bool Effect(Waiting item, string how)
    {
        item.How = how;
        var now = Facts.GetValueOrDefault(item.Fact);
        return item.Kind switch
        {
            "retract" => Change(item.Fact, now!.Released with { Ended = "retracted" }),
            "confirm" => Change(item.Fact, now!.Released with { Status = "confirmed" }),
            "undo" => Restore(item.Undoes!, item.By),
            _ => Erase(item.Fact, item),
        };
    }

    private bool Erase(string fact, Waiting by)
    {
        // Why something was decided may speak of the fact, and is emptied with it.
        foreach (var item in Items.Values.Where(item => item.Fact == fact && item.How is not null && item != by))
        {
            item.How = "";
        }

        foreach (var draft in Open.Where(item => item.Fact == fact && item.Kind == "draft").ToList())
        {
            Settle(draft, "dropped");
        }

        Hear(fact, "acted");
        Facts[fact] = null;
        Erased.Add(fact);
        foreach (var happened in history)
        {
            happened.Before.Remove(fact);
        }

        return true;
    }

    private bool CallOff(Waiting item, string by)
    {
        if (item.Holds && Facts[item.Fact] is { HeldBy: not null } held)
        {
            Change(item.Fact, held.Released, release: true);
        }

        return Settle(item, item.By == by ? "taken-back" : "rejected");
    }

    private bool Release(string fact, string by)
    {
        foreach (var item in Open.Where(item => item.Fact == fact && item.Holds).ToList())
        {
            Settle(item, item.By == by ? "taken-back" : "rejected");
        }

        return Change(fact, Facts[fact]!.Released, release: true);
    }

    /// <summary>The facts stand as they did before, and that is a change too.</summary>
    private bool Restore(Happened undone, string by)
    {
        var back = undone
            .Before.Where(pair =>
                ReferenceEquals(Latest(pair.Key, change => !(change.IsHold || change.IsRelease) || ReferenceEquals(change, undone)), undone)
            )
            .ToDictionary(pair => pair.Key, pair => pair.Value is { HeldBy: not null } held ? held with { HeldBy = by } : pair.Value);
        return Change(back);
    }

    private bool Differs(Happened undone) => undone.Before.Any(pair => pair.Value != Facts.GetValueOrDefault(pair.Key));

    private Happened? Latest(string fact, Func<Happened, bool> counts) =>
        history.LastOrDefault(change => counts(change) && change.Before.ContainsKey(fact));

    private bool Change(string fact, Given? next, bool hold = false, bool release = false, bool rechecks = false) =>
        Change(new Dictionary<string, Given?> { [fact] = next }, hold, release, rechecks);

    private bool Change(Dictionary<string, Given?> next, bool hold = false, bool release = false, bool rechecks = false)
    {
        history.Add(
            new Happened(
                next.Keys.ToDictionary(
                    fact => fact,
                    fact => Facts.GetValueOrDefault(fact) is { WithAct: true } held ? held.Released : Facts.GetValueOrDefault(fact)
                ),
                hold || (next.Count == 1 && OnlyHolds(next.Single(), true)),
                release || (next.Count == 1 && OnlyHolds(next.Single(), false)),
                next.Any(pair => AreApart(Facts.GetValueOrDefault(pair.Key), pair.Value))
            )
        );
        foreach (var (fact, given) in next)
        {
            var isAnother = Facts.GetValueOrDefault(fact)?.Released != given?.Released;
            Facts[fact] = given;
            touched.Add(fact);
            if (isAnother)
            {
                Hear(fact, rechecks ? "stands" : "acted");
            }
        }

        return true;
    }

    /// <summary>Confirming, retracting and their undoing take two.</summary>
    private static bool AreApart(Given? one, Given? other) =>
        one is not null
        && other is not null
        && ((one.Status == "confirmed") != (other.Status == "confirmed") || (one.Ended == "retracted") != (other.Ended == "retracted"));

    private bool OnlyHolds(KeyValuePair<string, Given?> next, bool hold) =>
        Facts.GetValueOrDefault(next.Key) is { } was
        && was.Released == next.Value?.Released
        && (next.Value.HeldBy is not null) == hold
        && (was.HeldBy is null) == hold;

    /// <summary>The fact is another: who reported it is heard, and what was proposed for it is overtaken.</summary>
    private void Hear(string fact, string how)
    {
        foreach (var item in Open.Where(item => item.Fact == fact && item.Kind != "draft").ToList())
        {
            item.How = item.Kind == "report" ? how : "overtaken";
        }
    }

    private static bool Settle(Waiting item, string how)
    {
        item.How = how;
        return true;
    }
}
