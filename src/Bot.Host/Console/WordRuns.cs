using Bot.Core.Facts;
using DiffPlex;
using DiffPlex.Chunkers;
using Microsoft.AspNetCore.Html;

namespace Bot.Host.Console;

/// <summary>A field's two states as one text: what went, what came, what stayed, word by word.</summary>
internal static class WordRuns
{
    public static IReadOnlyList<WordRun> Of(FieldChange field)
    {
        var diff = Differ.Instance.CreateDiffs(field.Before, field.After, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        var runs = new List<WordRun>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(RunChange.None, diff.PiecesNew, at, block.InsertStartB - at);
            Add(RunChange.Gone, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(RunChange.New, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(RunChange.None, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return runs;

        void Add(RunChange change, IReadOnlyList<string> pieces, int start, int count)
        {
            if (count > 0)
            {
                runs.Add(new WordRun(change, string.Concat(pieces.Skip(start).Take(count))));
            }
        }
    }
}

internal enum RunChange
{
    None,
    Gone,
    New,
}

internal sealed record WordRun(RunChange Change, string Text)
{
    /// <summary>Without space around it, since words that stayed stand right beside those that went.</summary>
    public IHtmlContent Html
    {
        get
        {
            var content = new HtmlContentBuilder().Append(Text);
            return Change switch
            {
                RunChange.Gone => new HtmlContentBuilder().AppendHtml("<del>").AppendHtml(content).AppendHtml("</del>"),
                RunChange.New => new HtmlContentBuilder().AppendHtml("<ins>").AppendHtml(content).AppendHtml("</ins>"),
                _ => content,
            };
        }
    }
}
