using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Testing.Node;

/// <summary>What a program sends, each against the type that the platform's own package gives it: JSON is an expression of TypeScript.</summary>
/// <param name="packages">The packages that declare the types, each with the name that stands before its types here.</param>
public sealed partial class TypedPayloads(params (string Name, string Package)[] packages)
{
    private readonly List<(string Name, string Type, string Json)> payloads = [];

    /// <summary>How many there are of each type.</summary>
    public string Counts =>
        string.Join(
            ", ",
            payloads
                .GroupBy(payload => Short(payload.Type))
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))
        );

    /// <param name="name">What it is, for whoever reads that it is wrong.</param>
    /// <param name="type">As in <c>discord.APIEmbed</c>.</param>
    /// <param name="json">As it is sent.</param>
    public void Add(string name, string type, string json) => payloads.Add((name, type, json));

    /// <summary>Checks all by <c>tsc --strict</c>.</summary>
    /// <returns>What is wrong, a line each; none when all are right.</returns>
    public async Task<IReadOnlyList<string>> Check(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("payloads-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "node_modules"), NodePrograms.Packages);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "payloads.ts"), Program(), cancellation);
            var (exitCode, output) = await NodePrograms.Run(folder.FullName, Compiler, cancellation);
            var wrong = output.Split('\n').Where(line => line.Contains("error TS", StringComparison.Ordinal)).Select(Named).ToList();
            return exitCode == 0 || wrong.Count > 0 ? wrong : [$"tsc ended with {exitCode}: {output}"];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Compiler =>
        [
            Path.Combine(NodePrograms.Packages, "typescript", "bin", "tsc"),
            "--strict",
            "--noEmit",
            "--skipLibCheck",
            "--target",
            "es2022",
            "--module",
            "nodenext",
            "payloads.ts",
        ];

    /// <summary>Without where it is from and what it is of.</summary>
    private static string Short(string type) => Known().Match(type).Groups[1].Value;

    /// <summary>A line a payload, so that a line number names one.</summary>
    private string Program()
    {
        var program = new StringBuilder();
        program.AppendJoin(' ', packages.Select(each => $"import type * as {each.Name} from '{each.Package}';")).Append('\n');
        for (var number = 0; number < payloads.Count; number++)
        {
            var (_, type, json) = payloads[number];
            program.Append(CultureInfo.InvariantCulture, $"export const payload{number}: {type} = {json};\n");
        }

        return program.ToString();
    }

    private string Named(string line) =>
        Place().Match(line) is { Success: true } place
        && int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 2 is >= 0 and var number
            ? $"{payloads[number].Name}: {line} in {payloads[number].Json}"
            : line;

    [GeneratedRegex(@"\.(\w+)")]
    private static partial Regex Known();

    [GeneratedRegex(@"^payloads\.ts\((\d+),")]
    private static partial Regex Place();
}
