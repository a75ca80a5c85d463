using Bot.Core.Questions.Words;
using Microsoft.Data.Sqlite;

namespace Bot.Benchmarks.Peers;

/// <summary>The other peer: SQLite FTS5 in memory, Porter stemmer, BM25, merged, texts not stored.</summary>
internal sealed class SqliteIndex : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand query;
    private readonly SqliteParameter words;
    private readonly IReadOnlySet<string> stopWords;

    public SqliteIndex(IReadOnlyList<string> facts, IReadOnlySet<string> stopWords, int best)
    {
        this.stopWords = stopWords;
        connection.Open();
        Run("create virtual table fact using fts5(says, content='', tokenize='porter unicode61')");
        using (var transaction = connection.BeginTransaction())
        {
            Fill(facts, transaction);
            transaction.Commit();
        }

        Run("insert into fact(fact) values('optimize')");
        query = connection.CreateCommand();
        query.CommandText = $"select rowid, rank from fact where fact match $words order by rank limit {best}";
        words = query.Parameters.Add("$words", SqliteType.Text);
        query.Prepare();
    }

    /// <summary>What the index takes, by its pages.</summary>
    public long Bytes => (Number("pragma page_count") - Number("pragma freelist_count")) * Number("pragma page_size");

    public int Search(string question)
    {
        words.Value = Match(question);
        using var reader = query.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }

        return found;
    }

    public void Dispose()
    {
        query.Dispose();
        connection.Dispose();
    }

    private void Fill(IReadOnlyList<string> facts, SqliteTransaction transaction)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "insert into fact(rowid, says) values($number, $says)";
        var number = insert.Parameters.Add("$number", SqliteType.Integer);
        var says = insert.Parameters.Add("$says", SqliteType.Text);
        insert.Prepare();
        for (var i = 0; i < facts.Count; i++)
        {
            (number.Value, says.Value) = (i + 1, facts[i]);
            insert.ExecuteNonQuery();
        }
    }

    /// <summary>Any of the words that count.</summary>
    private string Match(string question)
    {
        var any = new List<string>();
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(question, buffer);
        while (reader.Next())
        {
            var word = reader.Word.ToString();
            if (!stopWords.Contains(word))
            {
                any.Add($"\"{word}\"");
            }
        }

        return string.Join(" OR ", any);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
