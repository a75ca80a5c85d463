using System.Reflection;
using System.Xml.Linq;
using Bot.Testing;

namespace Bot.Host.Tests.Docs;

/// <summary>What others may use says what it is.</summary>
public sealed class SummaryTests
{
    [Fact]
    public void Every_public_type_of_the_program_has_a_summary()
    {
        var projects = Directory.EnumerateDirectories(Repository.Folder("src"), "Bot.*").Select(Path.GetFileName).ToList();
        projects.Count.ShouldBeGreaterThanOrEqualTo(8);
        var (types, bare) = (0, new List<string>());
        foreach (var project in projects)
        {
            var summaries = XDocument
                .Load(Path.Combine(AppContext.BaseDirectory, $"{project}.xml"))
                .Descendants("member")
                .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => member.Attribute("name")!.Value)
                .ToHashSet();
            foreach (var type in Assembly.Load(project!).GetExportedTypes().Where(type => !type.IsNested))
            {
                types++;
                if (!summaries.Contains($"T:{type.FullName}"))
                {
                    bare.Add(type.FullName!);
                }
            }
        }

        types.ShouldBeGreaterThan(200);
        bare.ShouldBeEmpty();
    }
}
