using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Bot.Knowledge.Yaml;

/// <summary>Says in plain words what the YAML parser stumbled over.</summary>
internal static partial class SyntaxMistake
{
    private const string Beginning = "The file cannot be read from here on: ";
    private const string NeverClosed = "a quote is opened here and never closed";
    private const string NeedsQuotes = "a text begins with a character that has a meaning in YAML: put the text in quotes";

    private static readonly (string Said, string Words)[] Known =
    [
        (
            "invalid mapping",
            "a colon followed by a space stands inside a text (put the text in quotes), or the line is indented unlike those above"
        ),
        ("mapping values are not allowed", "a colon stands where none can"),
        ("could not find expected ':'", "a key lacks its colon, or a text goes on without being indented"),
        (
            "did not find expected key",
            "a key lacks its colon, a text goes on after its closing quote, or the indentation does not fit the lines above"
        ),
        ("did not find expected '-' indicator", "an entry lacks its hyphen, or is indented unlike the list above"),
        ("did not find expected ',' or ']'", "a list in square brackets lacks a comma or its closing bracket, or an entry needs quotes"),
        ("did not find expected ',' or '}'", "a group in braces lacks a comma or its closing brace, or a text needs quotes"),
        ("unexpected end of stream", NeverClosed),
        ("unexpected document indicator", NeverClosed),
        ("found wrong indentation", NeverClosed),
        ("invalid Unicode", "an escape in this text stands for no character"),
        ("unknown escape character", "a backslash in double quotes begins an escape: double it, or use single quotes"),
        ("block sequence entries are not allowed", "a hyphen begins a list where none can stand: begin it on a line of its own"),
        ("cannot start any token", NeedsQuotes),
        ("value containing disallowed", NeedsQuotes),
        ("scanning a directive", NeedsQuotes),
        ("expected node content", "a bracket, brace or comma stands where a text is due: put the text in quotes"),
    ];

    /// <summary>For a mistake that the parser gives no reason for, which is how it meets most brackets that never close.</summary>
    public const string WithoutReason = $"{Beginning}a bracket or brace is opened and never closed, or a text needs quotes.";

    /// <summary>The line and column, from 1, and the sentence.</summary>
    public static (int Line, int Column, string Sentence) Of(YamlException mistake, string text)
    {
        var (line, column) = ((int)Math.Max(1, mistake.Start.Line), (int)Math.Max(1, mistake.Start.Column));
        if (mistake.Message.Contains(" tab ", StringComparison.Ordinal) && TabFrom(line, text) is var (tabLine, tabColumn))
        {
            return (tabLine, tabColumn, $"{Beginning}the line is indented with a tab: use spaces.");
        }

        if (QuoteIn(line, text) is { } quote)
        {
            return (
                line,
                quote,
                $"{Beginning}a text goes on after its closing quote: put the whole of it in '…', and double each apostrophe in it."
            );
        }

        var words = Known.FirstOrDefault(known => mistake.Message.Contains(known.Said, StringComparison.OrdinalIgnoreCase)).Words;
        return (line, column, $"{Beginning}{words ?? mistake.Message.Trim().TrimEnd('.')}.");
    }

    /// <summary>The column of a quote that ends before its text does.</summary>
    private static int? QuoteIn(int line, string text)
    {
        var said = text.Split('\n') is var lines && line <= lines.Length ? lines[line - 1] : "";
        var found = GoesOnInLine().Match(said) is { Success: true } whole ? whole : GoesOnInList().Match(said);
        return found.Success ? found.Groups["quoted"].Index + 1 : null;
    }

    [GeneratedRegex(@"^\s*(?:- +)?(?:[\w-]+: +)?(?<quoted>""(?:[^""\\]|\\.)*""|'(?:[^']|'')*') *[^\s#:]")]
    private static partial Regex GoesOnInLine();

    [GeneratedRegex(@"[\[{,] *(?<quoted>""(?:[^""\\]|\\.)*""|'(?:[^']|'')*') *[^\s#:,\]}]")]
    private static partial Regex GoesOnInList();

    /// <summary>The parser tells of a tab where the text around it began.</summary>
    private static (int Line, int Column)? TabFrom(int line, string text)
    {
        var lines = text.Split('\n');
        for (var i = line - 1; i < lines.Length; i++)
        {
            var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(lines[i][..tab]))
            {
                return (i + 1, tab + 1);
            }
        }

        return null;
    }
}
