using System.Text.Json;

namespace Bot.Benchmarks.Quality;

/// <summary>Reads the folder of evaluation files and makes the sheets of them.</summary>
internal sealed class EvalFolder(string folder)
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly List<Article> xquad = Read(folder, "xquad");
    private readonly List<Article> wikinews = Read(folder, "wikinews");
    private readonly List<Article> passages = Read(folder, "unanswerable");

    /// <summary>Encyclopedia articles, each alone.</summary>
    public Sheet Xquad => new("xquad article", Sheet.Document, [.. xquad.Select(Whole)]);

    /// <summary>News stories, each alone, asked also what other stories answer.</summary>
    public Sheet Wikinews => new("wikinews article", Sheet.Document, [.. wikinews.Select(article => Whole(article, Far(article)))]);

    /// <summary>All articles and news stories together.</summary>
    public Sheet Corpus => new("corpus", Sheet.Corpus, [.. xquad.Concat(wikinews).Select(Whole)]);

    /// <summary>Single passages, asked also what they do not say.</summary>
    public Sheet Passages => new("passages", Sheet.Document, [.. passages.Select(Whole)]);

    /// <summary>All passages of a title in one text.</summary>
    public Sheet Long => new("long", Sheet.Document, [.. passages.GroupBy(passage => passage.Title).Select(Joined)]);

    /// <summary>News stories without the sentences that answer the question.</summary>
    public Sheet Removed => new("wikinews removed", Sheet.Document, [.. wikinews.SelectMany(WithoutAnswers)]);

    private static SheetDocument Whole(Article article) => Whole(article, []);

    private static SheetDocument Whole(Article article, IEnumerable<Asked> more) =>
        new(
            article.ArticleId,
            article.Title,
            article.Context,
            [.. article.Questions.Select(question => Ask(article, question, 0)), .. more]
        );

    private static IEnumerable<Asked> Far(Article article) => (article.Far ?? []).Select(question => new Asked(question.Q, Tier.Far, null));

    private static SheetDocument Joined(IGrouping<string?, Article> title)
    {
        const string Blank = "\n\n";
        var (questions, at) = (new List<Asked>(), 0);
        foreach (var passage in title)
        {
            var offset = at;
            questions.AddRange(passage.Questions.Select(question => Ask(passage, question, offset)).Where(asked => asked.Gold is not null));
            at += passage.Context.Length + Blank.Length;
        }

        return new SheetDocument(
            title.First().ArticleId,
            title.Key,
            string.Join(Blank, title.Select(passage => passage.Context)),
            questions
        );
    }

    private static IEnumerable<SheetDocument> WithoutAnswers(Article article) =>
        article
            .Questions.Where(question => question.Drop is not null)
            .GroupBy(question => string.Join('-', question.Drop!.Order()))
            .Select(group => new SheetDocument(
                $"{article.ArticleId} without {group.Key}",
                article.Title,
                Cut(article, group.First().Drop!),
                [.. group.Select(question => new Asked(question.Q, Tier.Removed, null))]
            ))
            .Where(document => !string.IsNullOrWhiteSpace(document.Text));

    private static string Cut(Article article, IReadOnlyList<int> sentences)
    {
        var text = article.Context;
        foreach (var sentence in sentences.OrderDescending())
        {
            var (start, end) = (article.Sentences![sentence][0], article.Sentences[sentence][1]);
            text = text.Remove(start, end - start);
        }

        return text;
    }

    private static Asked Ask(Article article, ArticleQuestion question, int offset)
    {
        var tier = question.Kind is { } kind ? Enum.Parse<Tier>(kind, ignoreCase: true) : Tier.Answerable;
        if (tier != Tier.Answerable)
        {
            return new Asked(question.Q, tier, null);
        }

        var spans = question.Sent is { } sentence
            ? [(article.Sentences![sentence][0], article.Sentences[sentence][1])]
            : question.Starts!.Select(start => (start + offset, start + offset + 1));
        return new Asked(question.Q, tier, new Gold(question.Answers ?? [], [.. spans]));
    }

    private static List<Article> Read(string folder, string name)
    {
        var files = Directory.GetFiles(folder, name + ".*jsonl");
        return files is [var file]
            ? [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Article>(line, Format)!)]
            : throw new FileNotFoundException($"{folder} holds {files.Length} files named {name}.*.jsonl; there must be one.");
    }

    private sealed record Article(
        string ArticleId,
        string? Title,
        string Context,
        IReadOnlyList<int[]>? Sentences,
        IReadOnlyList<ArticleQuestion> Questions,
        IReadOnlyList<ArticleQuestion>? Far
    );

    private sealed record ArticleQuestion(
        string Q,
        string? Kind,
        IReadOnlyList<string>? Answers,
        IReadOnlyList<int>? Starts,
        int? Sent,
        IReadOnlyList<int>? Drop
    );
}
