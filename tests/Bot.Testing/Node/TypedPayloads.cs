using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Testing.Node;

/// <summary>What a program sends, each against the type that the platform's own package gives it: JSON is an expression of TypeScript.</summary>
/// <param name="package">The package that declares the types.</param>
public sealed partial class TypedPayloads(string package)
{
    private readonly List<(string Name, string Type, string Json)> payloads = [];

    /// <summary>How many there are of each type.</summary>
    public string Counts =>
        string.Join(
            ", ",
            payloads
                .GroupBy(payload => payload.Type)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"))
        );

    /// <param name="name">What it is, for whoever reads that it is wrong.</param>
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

    /// <summary>A line a payload, so that a line number names one.</summary>
    private string Program()
    {
        var types = payloads.Select(payload => payload.Type).Distinct();
        var program = new StringBuilder();
        program.Append(CultureInfo.InvariantCulture, $"import type {{ {string.Join(", ", types)} }} from '{package}';\n");
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

    [GeneratedRegex(@"^payloads\.ts\((\d+),")]
    private static partial Regex Place();
}
