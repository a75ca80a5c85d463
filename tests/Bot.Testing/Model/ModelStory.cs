namespace Bot.Testing.Model;

/// <summary>What is said of a fact: by which words, when it was last checked, and whether it was taken back.</summary>
internal sealed record Said(Words Words, DateOnly Checked, bool Ended)
{
    /// <summary>As the words give it by themselves.</summary>
    public static Said By(Words words) => new(words, MadeDrafts.SaidOn, Ended: false);

    /// <summary>Whoever wrote it, the same is said.</summary>
    public bool IsSame(Said? other) =>
        other is not null
        && (Words.Says, Words.Sentence, Checked, Ended) == (other.Words.Says, other.Words.Sentence, other.Checked, other.Ended);
}

/// <summary>The base as it is now.</summary>
internal sealed class ModelBase
{
    public int Edition { get; set; } = 1;
    public Dictionary<string, int> Facts { get; } = [];
    public HashSet<string> Erased { get; } = [];

    /// <summary>What a fact was last renamed to.</summary>
    public Dictionary<string, string> Renamed { get; } = [];

    public Said? this[string fact] => Facts.TryGetValue(fact, out var wording) ? Said.By(new Words("base", fact, wording, "")) : null;
}

/// <summary>What one community made of one fact.</summary>
internal sealed class Mine
{
    /// <summary>What it says itself; null where it says nothing, or what the base says.</summary>
    public Said? Ours { get; set; }

    /// <summary>What the base says is given.</summary>
    public bool Follows { get; set; } = true;
    public bool Held { get; set; }
    public bool Erased { get; set; }

    /// <summary>There is something that can be erased.</summary>
    public bool Wrote { get; set; }

    /// <summary>Whom and what of the community's own it ever named.</summary>
    public HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What the base said when it was taken over; what is in it may be null, which is that the base said nothing.</summary>
    public Said?[]? Against { get; set; }
}

/// <summary>One story as one community is to see it: plain look-ups, no journal and no fold.</summary>
/// <param name="below">Null for a story of its own.</param>
internal sealed class ModelStory(ModelBase? below)
{
    private readonly Dictionary<string, Mine> facts = [];

    /// <summary>Whom and what the community brought along.</summary>
    public ModelPages Pages { get; } = new();

    public DateOnly? Closed { get; set; }

    public IEnumerable<string> Names =>
        facts.Keys.Concat(below?.Facts.Keys ?? Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal);
    public IEnumerable<string> Held => facts.Keys.Where(IsHeld);
    public IEnumerable<string> Erased => facts.Keys.Where(IsErased);

    public IEnumerable<string> Moved => Names.Where(HasMoved);

    /// <summary>What is given of a fact; null: nothing.</summary>
    public Said? Given(string fact) =>
        !facts.TryGetValue(fact, out var mine) ? below?[fact]
        : mine.Held || mine.Erased ? null
        : mine.Follows ? below?[fact]
        : mine.Ours;

    /// <summary>What is given of a fact, or would be, were it not held.</summary>
    public Said? UnderHold(string fact) =>
        !facts.TryGetValue(fact, out var mine) ? below?[fact]
        : mine.Erased ? null
        : mine.Follows ? below?[fact]
        : mine.Ours;

    /// <summary>Whether it is held, and there is something to hold.</summary>
    public bool IsHeld(string fact) =>
        facts.TryGetValue(fact, out var mine) && mine.Held && !(mine.Follows && below is not null && below.Erased.Contains(fact));

    public bool IsErased(string fact) => facts.TryGetValue(fact, out var mine) && mine.Erased;

    public bool HasMoved(string fact) =>
        facts.TryGetValue(fact, out var mine)
        && mine is { Against: [var against], Erased: false }
        && below is not null
        && !below.Erased.Contains(fact)
        && !Same(against, below[fact])
        && !Same(below[fact], mine.Follows ? null : mine.Ours);

    public IEnumerable<string> TagsOf(string fact) => facts[fact].Tags;

    public bool CanErase(string fact) => facts.TryGetValue(fact, out var mine) && mine is { Erased: false, Wrote: true };

    public bool CanTakeBase(string fact) =>
        below?[fact] is not null && facts.TryGetValue(fact, out var mine) && !mine.Erased && (mine.Held || !mine.Follows);

    /// <summary>The community says a fact itself from here on.</summary>
    public void Say(string fact, Said said)
    {
        var mine = Touch(fact);
        if (mine.Follows)
        {
            mine.Against = below?[fact] is { } was ? [was] : null;
        }

        (mine.Ours, mine.Follows, mine.Held, mine.Wrote) = (said, false, false, true);
        if (said.Words.Tag.Length > 0)
        {
            Pages.Use(said.Words.Tag, said.Words.Fact);
            mine.Tags.Add(said.Words.Tag);
        }
    }

    public void Hold(string fact) => (Touch(fact).Held, Touch(fact).Wrote) = (true, true);

    public void Release(string fact) => Touch(fact).Held = false;

    public void Withdraw(string fact)
    {
        var mine = Touch(fact);
        (mine.Ours, mine.Follows, mine.Held, mine.Wrote) = (null, false, false, true);
        mine.Against = below is not null ? [below[fact]] : null;
    }

    public void KeepOurs(string fact)
    {
        var mine = Touch(fact);
        mine.Against = [below![fact]];
    }

    public void TakeBase(string fact)
    {
        var mine = Touch(fact);
        (mine.Ours, mine.Follows, mine.Held, mine.Against) = (null, true, false, null);
    }

    public void Erase(string fact)
    {
        var mine = Touch(fact);
        (mine.Ours, mine.Follows, mine.Held, mine.Erased, mine.Against) = (null, false, false, true, null);
        Pages.Erase(fact);
    }

    private Mine Touch(string fact)
    {
        if (!facts.TryGetValue(fact, out var mine))
        {
            facts[fact] = mine = new Mine();
        }

        return mine;
    }

    private static bool Same(Said? one, Said? other) => one is null ? other is null : one.IsSame(other);
}
