using Bot.Knowledge.Lexicons;
using Bot.Testing;

namespace Bot.Knowledge.Tests.Files;

public sealed class BrokenStoryTests
{
    [Fact]
    public void Every_mistake_of_every_file_is_told_at_once_where_it_stands()
    {
        var broken = Repository.Folder("tests", "stories", "broken");

        var library = Library.Read(Path.Combine(broken, "seeds"), Path.Combine(broken, "knowledge"), ShippedLexicon.Read());

        var expected = File.ReadAllLines(Path.Combine(broken, "problems.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'));
        library.Problems.Select(problem => problem.ToString()).ShouldBe(expected);
        library.Books.ShouldHaveSingleItem().Story.Slug.Value.ShouldBe("sound");
    }
}
