using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Host.Settings;
using Bot.Testing;

namespace Bot.Host.Tests.Docs;

/// <summary>The README's table of settings and the options classes say the same.</summary>
public sealed partial class SettingsTableTests
{
    /// <summary>It has no section, and so no options class: the web server's own setting.</summary>
    private const string OfTheServer = ":Urls";

    private static readonly Dictionary<string, string> Listed = Row()
        .Matches(File.ReadAllText(Repository.Folder("README.md")))
        .ToDictionary(row => $"{row.Groups["section"].Value}:{row.Groups["key"].Value}", row => row.Groups["default"].Value.Trim('`'));

    [Fact]
    public void Every_setting_is_listed_and_everything_listed_is_a_setting()
    {
        var known = AllSettings.Defaults.Select(setting => setting.Key).ToList();

        known.Count.ShouldBeGreaterThan(5);
        Listed.Keys.ShouldBe(known.Append(OfTheServer), ignoreOrder: true);
    }

    [Fact]
    public void The_defaults_are_those_of_the_options()
    {
        foreach (var (key, value) in AllSettings.Defaults)
        {
            Listed[key].ShouldBe(Written(value), key);
        }
    }

    private static string Written(object? value) =>
        value switch
        {
            null or "" => "none",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    [GeneratedRegex(
        @"^\| (?<section>\w*) ?\| `(?<key>\w+)` \| (?<default>[^|]+) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Row();
}
