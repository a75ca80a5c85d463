using System.Text.RegularExpressions;
using Bot.Testing;

namespace Bot.Host.Tests.Docs;

/// <summary>What the pages point to is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages =>
        [
            "README.md",
            .. Directory
                .EnumerateFiles(Repository.Folder("docs"), "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file(string page)
    {
        var missing = Targets(page).Where(target => !IsThere(page, target)).ToList();

        missing.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_heading_leads_to_one(string page)
    {
        var missing = Targets(page)
            .Select(target => target.Split('#'))
            .Where(parts =>
                parts is [_, { Length: > 0 } heading] && !Headings(parts[0].Length == 0 ? page : Resolved(page, parts[0])).Contains(heading)
            )
            .Select(parts => string.Join('#', parts))
            .ToList();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Links_and_pictures_are_found_in_pages()
    {
        Pages.Count.ShouldBeGreaterThan(8);
        Targets("README.md").ShouldContain("docs/story-format.md");
        Targets("README.md").ShouldContain("docs/pictures/console.png");
        Targets("README.md").ShouldContain("docs/pictures/console-dark-phone.png");
        IsThere("README.md", "docs/not-there.md").ShouldBeFalse();
        Headings("README.md").ShouldContain("where-things-are");
    }

    /// <summary>What links and pictures of a page point to, but for addresses elsewhere. Code is no link.</summary>
    private static List<string> Targets(string page) =>
        [
            .. Link()
                .Matches(Code().Replace(File.ReadAllText(Repository.Folder(page)), ""))
                .Select(match => match.Groups[1].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal)),
        ];

    private static bool IsThere(string page, string target) =>
        target.Split('#')[0] is var path && (path.Length == 0 || Path.Exists(Repository.Folder(Resolved(page, path))));

    private static string Resolved(string page, string path) => Path.Combine(Path.GetDirectoryName(page)!, path);

    private static List<string> Headings(string page) =>
        [
            .. Heading()
                .Matches(Code().Replace(File.ReadAllText(Repository.Folder(page)), ""))
                .Select(match => NotInAnchor().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    [GeneratedRegex(@"(?:\]\(|\bsrc="")([^)""\s]+)[)""\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ +(.+?) *$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInAnchor();
}
