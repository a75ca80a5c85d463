using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// Adds up what the texts of facts, and of gaps, give for a question: a row for each fact or gap, the credits of all rows in one array. A thread
/// keeps the room from one question to the next, so rows can be looked at until the tallies are disposed of.
/// </summary>
internal sealed class FactTallies : IDisposable
{
    private const int Most = FactRanker.Candidates;

    /// <summary>A power of two, and far more than there can be rows.</summary>
    private const int Places = 1024;

    /// <summary>A fact of a lower score is not looked at once more.</summary>
    private const float Near = 0.25f;

    /// <summary>Room for a question of more terms is not kept.</summary>
    private const int LongestKept = 64;

    [ThreadStatic]
    private static FactTallies? spare;

    private readonly TermMatcher matcher = new();
    private readonly Asking asking = new();
    private readonly Row[] rows = new Row[Most];

    /// <summary>One more than the number of the row of a target, by hash.</summary>
    private readonly byte[] places = new byte[Places];
    private readonly CreditTable credits = new();
    private Question question = null!;
    private View view;

    /// <summary>The text looked at.</summary>
    private int read;

    /// <summary>How much of the text looked at the question holds.</summary>
    private float back;

    private FactTallies() { }

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Looks for the terms of the question.</summary>
    public TermMatcher Matcher => matcher;

    /// <summary>Whether the text looked at is a view of a gap.</summary>
    public bool IsOfGap => view.Of == ViewOf.Gap;

    /// <summary>Empty tallies for a question.</summary>
    public static FactTallies Of(Question question)
    {
        var tallies = spare ?? new FactTallies();
        spare = null;
        tallies.Begin(question);
        return tallies;
    }

    public void Dispose()
    {
        question = null!;
        spare = credits.Stride <= LongestKept ? this : null;
    }

    public int Target(int row) => rows[row].Target;

    public bool IsGap(int row) => rows[row].IsGap;

    /// <summary>0..1, all told.</summary>
    public float Score(int row) => rows[row].Score;

    /// <summary>As in <see cref="Ranking.Match"/>.</summary>
    public float Asked(int row) => rows[row].Asked;

    /// <summary>What its own words hold of a term.</summary>
    public float OwnCredit(int row, int term) => credits.Of(row, CreditPart.Own)[term];

    /// <inheritdoc cref="Asked"/>
    public float Coverage(int row) => rows[row].Coverage;

    /// <summary>The row of a fact; negative when it has none.</summary>
    public int RowOf(int fact) => places[Place(fact, isGap: false)] - 1;

    /// <summary>Looks at a text, which is then to be taken for whatever it is a view of.</summary>
    public void Read(StoryIndex index, int text)
    {
        (read, view) = (text, index.View(text));
        credits.Present.Clear();
        back = matcher.Credit(index.Facts, text, credits.Present) ?? FactWeights.EmptyPhrase;
    }

    /// <summary>Adds what the text gives to the row of one that it is a view of.</summary>
    public void Take(int target)
    {
        ref var row = ref Find(target, view.Of == ViewOf.Gap, out var number);
        row.Text = view.Of is ViewOf.Evidence ? row.Text : read;
        if (view.Of is ViewOf.Lacking)
        {
            credits.Raise(number, CreditPart.Lacked);
            return;
        }

        credits.Raise(number, CreditPart.All);
        switch (view.Of)
        {
            case ViewOf.Statement:
                credits.Raise(number, CreditPart.Own);
                credits.Raise(number, CreditPart.Told);
                (row.OwnBack, row.IsOwnRead) = (back, true);
                break;
            case ViewOf.Role:
                credits.Raise(number, CreditPart.Roles);
                break;
            case ViewOf.Evidence:
                credits.Raise(number, CreditPart.Told);
                break;
            default:
                TakeAsked(ref row, number);
                break;
        }
    }

    /// <summary>Works out the scores once all texts are taken.</summary>
    public void Sum()
    {
        for (var i = 0; i < Count; i++)
        {
            Sum(i);
        }
    }

    /// <summary>
    /// Looks at the own words of the facts that come near, where the search did not find them among so many ways of asking: a fact should not be taken
    /// to lack what it says.
    /// </summary>
    public void ReadOwnWords(StoryIndex index)
    {
        for (var i = 0; i < Count; i++)
        {
            if (
                rows[i] is { IsGap: false, IsOwnRead: false, Score: >= Near } row
                && index.StatementOf(row.Target, row.Text) is { } statement
            )
            {
                Read(index, statement);
                Take(row.Target);
                Sum(i);
            }
        }
    }

    private void Sum(int i)
    {
        ref var row = ref rows[i];
        row.Coverage = matcher.Share(credits.Of(i, CreditPart.All));
        row.Own = matcher.Share(credits.Of(i, CreditPart.Own));
        row.Score =
            (
                (FactWeights.Best * Math.Max(row.Asked, FactWeights.OwnAgainstAsked * row.Own))
                + (FactWeights.Coverage * row.Coverage)
                + (FactWeights.Own * row.Own)
                + (FactWeights.OwnBack * row.OwnBack * row.Own)
            ) / FactWeights.Sum;
    }

    /// <summary>A row in full, which may be kept.</summary>
    public Match Match(int number)
    {
        var held = credits.Of(number, CreditPart.Told).ToArray();
        CreditTable.Raise(held, credits.Of(number, CreditPart.Roles));
        CreditTable.Raise(held, credits.Of(number, CreditPart.Nearest));
        var row = rows[number];
        return new Match(row.Target, row.Score)
        {
            Asked = row.Asked,
            SlotAsked = row.SlotAsked,
            Own = row.Own,
            Coverage = row.Coverage,
            Held = matcher.Share(held),
            Content = Content(held),
            Credits = held[..question.Terms.Count],
            OwnCredits = Copy(number, CreditPart.Own),
            Told = Copy(number, CreditPart.Told),
            Lacked = Copy(number, CreditPart.Lacked),
        };
    }

    private void Begin(Question asked)
    {
        (question, Count) = (asked, 0);
        places.AsSpan().Clear();
        matcher.Read(asked.Terms);
        asking.Read(asked);
        credits.Begin(Most, asked.Terms.Count);
    }

    private ref Row Find(int target, bool isGap, out int number)
    {
        ref var place = ref places[Place(target, isGap)];
        if (place == 0)
        {
            rows[Count] = new Row
            {
                Target = target,
                IsGap = isGap,
                Text = -1,
            };
            credits.Clear(Count);
            place = (byte)++Count;
        }

        number = place - 1;
        return ref rows[number];
    }

    private int Place(int target, bool isGap)
    {
        var place = ((target * 2) + (isGap ? 1 : 0)) & (Places - 1);
        while (places[place] is > 0 and var row && (rows[row - 1].Target != target || rows[row - 1].IsGap != isGap))
        {
            place = (place + 1) & (Places - 1);
        }

        return place;
    }

    private void TakeAsked(ref Row row, int number)
    {
        // No more than this however like the little words are, and mostly no more than another way of asking gave already.
        var most = matcher.Share(credits.Present) * (1 - FactWeights.Back + (FactWeights.Back * back));
        var agreement = asking.Agreement(view);
        var isOfSlot = question.Slot is { } slot && view.Slot == slot;
        if (most * agreement <= row.Asked && !(isOfSlot && most > row.SlotAsked))
        {
            return;
        }

        var likeness = most * (1 - FactWeights.Function + (FactWeights.Function * asking.Alike(view.Function)));
        if (likeness * agreement is var agreed && agreed > row.Asked)
        {
            row.Asked = agreed;
            credits.Present.CopyTo(credits.Of(number, CreditPart.Nearest));
        }

        if (isOfSlot)
        {
            row.SlotAsked = Math.Max(row.SlotAsked, likeness);
        }
    }

    /// <summary>The share held of the words that name no entity; 1 when there are none.</summary>
    private float Content(ReadOnlySpan<float> credited)
    {
        var (held, total) = (0f, 0f);
        for (var i = 0; i < question.Terms.Count; i++)
        {
            if (question.Terms[i].Entity is null)
            {
                total += question.Terms[i].Weight;
                held += question.Terms[i].Weight * credited[i];
            }
        }

        return total == 0 ? 1 : held / total;
    }

    private float[] Copy(int row, CreditPart part) => credits.Of(row, part)[..question.Terms.Count].ToArray();

    private struct Row
    {
        public int Target;
        public bool IsGap;

        /// <summary>Any of its texts that is no other's.</summary>
        public int Text;
        public bool IsOwnRead;
        public float Asked;
        public float SlotAsked;
        public float OwnBack;
        public float Own;
        public float Coverage;
        public float Score;
    }
}
