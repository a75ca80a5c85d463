namespace Bot.Benchmarks.Quality;

/// <summary>One figure, and what it should come to where a goal is set.</summary>
internal sealed record Figure(string Measure, double Value, double? Goal = null)
{
    public bool Missed => Value < Goal;
}

/// <summary>All sheets answered, and the figures they make.</summary>
internal sealed class Scorecard
{
    private Scorecard(IReadOnlyList<(string Name, IReadOnlyList<Answered> Answers)> runs, IReadOnlyList<Figure> figures) =>
        (Runs, Figures) = (runs, figures);

    /// <summary>The answers behind the figures, by measure.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<Answered> Answers)> Runs { get; }

    public IReadOnlyList<Figure> Figures { get; }

    public static async Task<Scorecard> Fill(EvalFolder eval, IAnswering door)
    {
        var xquad = await door.Answer(eval.Xquad);
        var wikinews = await door.Answer(eval.Wikinews);
        var corpus = await door.Answer(eval.Corpus);
        var longer = await door.Answer(eval.Long);
        var passages = await door.Answer(eval.Passages);
        var removed = await door.Answer(eval.Removed);

        var titles = eval.Xquad.Documents.Select(document => document.Id).ToHashSet();
        var corpusXquad = corpus.Where(answer => titles.Contains(answer.Document.Id)).ToList();
        var corpusWikinews = corpus.Where(answer => !titles.Contains(answer.Document.Id)).ToList();
        List<Answered> news = [.. wikinews, .. removed];

        List<Figure> figures =
        [
            .. Found("xquad article", xquad, goal: 0.845, goalOfThree: 0.975),
            .. Found("xquad corpus", corpusXquad, goal: 0.84),
            .. Found("wikinews article", wikinews, goal: 0.927),
            .. Found("wikinews corpus", corpusWikinews, goal: 0.88),
            .. Found("long", longer, goal: 0.79),
            .. Refused("topic", door, passages, 0.97, Tier.Sibling, Tier.Far),
            .. Refused("near", door, passages, null, Tier.Near),
            .. Refused("news removed+far", door, news, 0.885, Tier.Removed, Tier.Far),
            new("topic AUROC sibling", Refusing.Auroc(passages, Tier.Sibling)),
            new("topic AUROC far", Refusing.Auroc(passages, Tier.Far)),
            new("near AUROC", Refusing.Auroc(passages, Tier.Near)),
            new("news AUROC removed", Refusing.Auroc(news, Tier.Removed)),
            new("news AUROC far", Refusing.Auroc(news, Tier.Far)),
        ];
        return new Scorecard(
            [
                ("xquad article", xquad),
                ("xquad corpus", corpusXquad),
                ("wikinews article", wikinews),
                ("wikinews corpus", corpusWikinews),
                ("long", longer),
                ("passages", passages),
                ("news", news),
            ],
            figures
        );
    }

    private static IEnumerable<Figure> Found(string name, IReadOnlyList<Answered> answers, double? goal = null, double? goalOfThree = null)
    {
        var finding = Finding.Of(answers);
        yield return new Figure($"{name} hit@1", finding.Strict, goal);
        yield return new Figure($"{name} hit@1 lenient", finding.Lenient);
        yield return new Figure($"{name} hit@3", finding.Three, goalOfThree);
        yield return new Figure($"{name} MRR", finding.Reciprocal);
    }

    private static IEnumerable<Figure> Refused(
        string name,
        IAnswering door,
        IReadOnlyList<Answered> answers,
        double? goal,
        params Tier[] tiers
    )
    {
        var refusing = Refusing.Of(door.Judged(answers, tiers), tiers);
        yield return new Figure($"{name} balanced accuracy", refusing.Balanced, goal);
        yield return new Figure($"{name} answerable answered", refusing.Answered);
        yield return new Figure($"{name} unanswerable refused", refusing.Refused);
        yield return new Figure($"{name} system accuracy", refusing.System);
    }
}
