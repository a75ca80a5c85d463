using Bot.Core.Facts;
using Bot.Testing;

namespace Bot.Knowledge.Tests.Files;

public sealed class StoryFormatPageTests
{
    public static TheoryData<string> Words => [.. Of<FactKind>(), .. Of<FactStatus>(), .. Of<LinkKind>()];

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_kind_status_and_link_has_a_line_in_a_table_of_the_story_format(string word) =>
        File.ReadAllLines(Repository.Folder("docs", "story-format.md"))
            .Where(line => line.StartsWith($"| `{word}` |", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Length.ShouldBeGreaterThan(30);

    private static string[] Of<T>()
        where T : struct, Enum => Vocabulary.All<T>().Split(", ");
}
