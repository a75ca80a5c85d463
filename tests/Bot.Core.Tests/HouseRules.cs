using System.Buffers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Core.Facts;
using Bot.Testing;

namespace Bot.Core.Tests;

/// <summary>Who may know whom, and that the program knows no story.</summary>
public sealed partial class HouseRules
{
    /// <summary>The projects each may refer to. A project that is not listed fails: it needs a decision first.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Bot.Core"] = [],
        ["Bot.Knowledge"] = ["Bot.Core"],
        ["Bot.Storage"] = ["Bot.Core"],
        ["Bot.Pictures"] = ["Bot.Core"],
        ["Bot.Wire"] = ["Bot.Core"],
        ["Bot.Discord"] = ["Bot.Core", "Bot.Wire"],
        ["Bot.Slack"] = ["Bot.Core", "Bot.Wire"],
        ["Bot.Host"] = ["Bot.Core", "Bot.Knowledge", "Bot.Storage", "Bot.Pictures", "Bot.Wire", "Bot.Discord", "Bot.Slack"],
    };

    /// <summary>Names of a story that also mean something to everybody.</summary>
    private static readonly Dictionary<string, string> GeneralWords = new(StringComparer.Ordinal)
    {
        ["Dutch"] = "a language that questions may come in",
        ["the Town Council"] = "the example that new-story writes",
    };

    private static readonly string Source = Repository.Folder("src");

    [Fact]
    public void Projects_refer_only_to_those_they_may_know()
    {
        var projects = Projects();
        projects.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var (name, project) in projects)
        {
            MayKnow.ShouldContainKey(name);
            References(project, "ProjectReference")
                .Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
                .ShouldBeSubsetOf(MayKnow[name], name);
        }

        References(projects["Bot.Host"], "ProjectReference").Count().ShouldBe(projects.Count - 1);
    }

    [Fact]
    public void The_domain_needs_nothing_but_the_runtime()
    {
        var core = Projects()["Bot.Core"];
        core.Root!.Attribute("Sdk")!.Value.ShouldBe("Microsoft.NET.Sdk");
        References(core, "PackageReference").ShouldBeEmpty();
        References(core, "FrameworkReference").ShouldBeEmpty();

        var assemblies = typeof(FactBook).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!).ToList();
        assemblies.ShouldNotBeEmpty();
        assemblies.ShouldAllBe(name => name.StartsWith("System."));
        assemblies.ShouldNotContain(name =>
            name.StartsWith("System.Net")
            || name.StartsWith("System.Data")
            || name.StartsWith("System.Text.Json")
            || name.StartsWith("System.Xml")
            || name == "System.Diagnostics.Process"
        );
    }

    [Fact]
    public void Only_the_host_can_be_started()
    {
        var started = Projects().Where(project => IsExecutable(project.Value)).Select(project => project.Key);

        started.ShouldBe(["Bot.Host"]);
    }

    [Fact]
    public void No_story_is_named_in_the_source()
    {
        var names = NamesOfStories();
        names.Count.ShouldBeGreaterThan(100);
        names.ShouldContain(name => name.All(char.IsAscii));
        names.ShouldContain(name => !name.All(char.IsAscii));
        var files = SourceFiles();
        files.Count.ShouldBeGreaterThan(50);

        var any = new Regex(
            @"(?<!\w)(?:" + string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")(?!\w)",
            RegexOptions.CultureInvariant
        );
        any.IsMatch($"x {names[0]} y").ShouldBeTrue();
        // Whether any is there at all is seen much faster than where.
        var some = SearchValues.Create([.. names], StringComparison.Ordinal);
        var hits =
            from file in files
            from line in File.ReadAllLines(file).Select((text, index) => (Text: Namespaces().Replace(text, ""), Number: index + 1))
            where line.Text.AsSpan().ContainsAny(some)
            from match in any.Matches(line.Text)
            select $"{Path.GetRelativePath(Source, file)}:{line.Number}: {match.Value}";
        hits.ShouldBeEmpty();
    }

    private static Dictionary<string, XDocument> Projects() =>
        Directory
            .EnumerateFiles(Source, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Load(file));

    private static IEnumerable<string> References(XDocument project, string kind) =>
        project
            .Descendants()
            .Where(element => element.Name.LocalName == kind)
            .Select(element => element.Attribute("Include")?.Value)
            .OfType<string>();

    private static bool IsExecutable(XDocument project) =>
        project.Root!.Attribute("Sdk")!.Value != "Microsoft.NET.Sdk"
        || project.Descendants().Any(element => element.Name.LocalName == "OutputType" && element.Value is not "Library");

    /// <summary>What is written here: no build output, no data, nothing by others.</summary>
    private static List<string> SourceFiles() =>
        [
            .. Directory
                .EnumerateFiles(Source, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".css" or ".js" or ".json" or ".html" or ".csproj")
                .Where(file =>
                    !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "lib" or "vendor")
                    && !file.EndsWith(".min.js")
                )
                .Where(file => Path.GetFileName(file) is not "packages.lock.json"),
        ];

    /// <summary>Slugs, and what only the people and things of a story are called: a name has a capital, or letters that English has not.</summary>
    private static List<string> NamesOfStories()
    {
        string[] folders = [Repository.Folder("knowledge"), Repository.Folder("tests", "stories")];
        var files = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "entities.yaml", SearchOption.AllDirectories))
            .Where(file => !file.Contains("broken"))
            .ToList();
        files.Count.ShouldBeGreaterThanOrEqualTo(2);
        return
        [
            .. files
                .SelectMany(file => Names(File.ReadAllText(file)).Where(IsName).Append(Path.GetFileName(Path.GetDirectoryName(file)!)))
                .Where(name => name.Count(char.IsLetter) > 4 && !GeneralWords.ContainsKey(name))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Names(string yaml) =>
        NameLine()
            .Matches(yaml)
            .Select(match => match.Groups[1].Value)
            .Concat(AliasList().Matches(yaml).SelectMany(match => match.Groups[1].Value.Split(',')))
            .Select(name => name.Trim().Trim('"', '\''));

    private static bool IsName(string name) =>
        (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name).Any(c =>
            char.IsUpper(c) || (char.IsLetter(c) && c > '\u02AF')
        );

    [GeneratedRegex(@"^\s*(?:- )?name:\s*(.+?)\s*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex NameLine();

    [GeneratedRegex(@"aliases:\s*\[(.*?)\]", RegexOptions.Singleline)]
    private static partial Regex AliasList();

    /// <summary>The platform's own names, which begin like its maker's.</summary>
    [GeneratedRegex(@"\bMicrosoft\.\w+")]
    private static partial Regex Namespaces();
}
