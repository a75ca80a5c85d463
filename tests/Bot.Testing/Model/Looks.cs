namespace Bot.Testing.Model;

/// <summary>Remembers which revisions were looked at, and whether what they said was changed since.</summary>
internal sealed class Looks
{
    private readonly Dictionary<(string, string, string), (int Revision, Said Said, int Step)> remembered = [];
    private readonly Dictionary<(string, string, string), int> changed = [];
    private int step;

    public void Begin(int number) => step = number;

    /// <param name="revision">The number of the revision that is in force; null where none is.</param>
    public (int? Revision, Expected Expected) Take(Step.Ask ask, int? revision, Said? said)
    {
        var key = (ask.Community, ask.Story, ask.Fact);
        switch (ask.Look)
        {
            case Look.Now when revision is { } number && said is not null:
                remembered[key] = (number, said, step);
                return (number, Expected.Done);
            case Look.Before when remembered.TryGetValue(key, out var look) && IsLookedAt(ask.Wanted):
                return (
                    look.Revision,
                    changed.GetValueOrDefault(key, -1) < look.Step ? Expected.Done
                    : said is not null && !said.IsSame(look.Said) ? Expected.Refused
                    : Expected.Either
                );
            default:
                return (null, Expected.Done);
        }
    }

    public void Changed(Dictionary<(string, string, string), Said> before, Dictionary<(string, string, string), Said> now)
    {
        foreach (var key in before.Keys.Union(now.Keys))
        {
            if (before.GetValueOrDefault(key) is not { } was || !was.IsSame(now.GetValueOrDefault(key)))
            {
                changed[key] = step;
            }
        }
    }

    /// <summary>The community took the base's state or gave one of its own, which is another one even where it says the same.</summary>
    public void Taken(Step.Ask ask) => changed[(ask.Community, ask.Story, ask.Fact)] = step;

    /// <summary>The base has another state of the fact, which who follows it has, too, even where it says the same.</summary>
    public void Moved(string fact)
    {
        foreach (var key in remembered.Keys.Where(key => key.Item3 == fact))
        {
            changed[key] = step;
        }
    }

    /// <summary>Nothing is known any more of what was looked at.</summary>
    public void Forget(string fact)
    {
        foreach (var key in remembered.Keys.Where(key => key.Item3 == fact).ToList())
        {
            remembered.Remove(key);
        }
    }

    private static bool IsLookedAt(Wanted wanted) =>
        wanted is Wanted.Restate or Wanted.Retract or Wanted.Recheck or Wanted.Hold or Wanted.Withdraw;
}
