using System.CommandLine;
using System.Text.Json;

namespace Bot.Benchmarks.Words;

/// <summary>
/// Makes the word table of Bot.Core from the file of word vectors that its <c>ORIGIN.md</c> names: the commonest words, one a line, and a
/// row of signed bytes for each, scaled so that the largest number of a row is 127.
/// </summary>
internal sealed class WordTableVerb : Command
{
    private const int Words = 30_000;
    private const int Length = 100;

    private readonly Option<FileInfo> from = new("--from")
    {
        Description = "The JSON file with `words` in order of frequency and `vectors` by word.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<DirectoryInfo> to = new("--out")
    {
        Description = "The folder to write words.txt and vectors.i8 to.",
        HelpName = "DIR",
        Required = true,
    };

    public WordTableVerb()
        : base("word-table", "Makes the word table from word vectors.")
    {
        Options.Add(from);
        Options.Add(to);
        SetAction(result => Write(result.GetRequiredValue(from), result.GetRequiredValue(to)));
    }

    private static int Write(FileInfo source, DirectoryInfo folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(source.FullName));
        var list = document.RootElement.GetProperty("words").EnumerateArray().Take(Words).Select(word => word.GetString()!).ToList();
        var wanted = list.ToHashSet(StringComparer.Ordinal);
        var rows = document
            .RootElement.GetProperty("vectors")
            .EnumerateObject()
            .Where(vector => wanted.Contains(vector.Name))
            .ToDictionary(vector => vector.Name, vector => Row(vector.Value), StringComparer.Ordinal);
        folder.Create();
        File.WriteAllText(Path.Combine(folder.FullName, "words.txt"), string.Concat(list.Select(word => word + "\n")));
        File.WriteAllBytes(Path.Combine(folder.FullName, "vectors.i8"), [.. list.SelectMany(word => rows[word])]);
        Console.WriteLine($"{Words} words with {Length} numbers each.");
        return 0;
    }

    private static byte[] Row(JsonElement vector)
    {
        var numbers = vector.EnumerateArray().Take(Length).Select(number => number.GetDouble()).ToArray();
        var scale = 127 / numbers.Max(Math.Abs);
        return [.. numbers.Select(number => unchecked((byte)(sbyte)Math.Floor((number * scale) + 0.5)))];
    }
}
