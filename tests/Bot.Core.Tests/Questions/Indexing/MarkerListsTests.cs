using Bot.Core.Questions.Indexing;

namespace Bot.Core.Tests.Questions.Indexing;

public sealed class MarkerListsTests
{
    [Theory]
    [InlineData(65_535, 2)]
    [InlineData(65_536, 4)]
    public void Markers_take_two_bytes_each_while_none_is_numbered_higher_and_four_then(int highest, int bytes)
    {
        var lists = new MarkerLists([7, highest, 0]);

        (lists[0], lists[1], lists[2]).ShouldBe((7, highest, 0));
        lists.Bytes.ShouldBe(3 * bytes);
        new Markers(lists, 1, 3).Count.ShouldBe(2);
        new Markers(lists, 1, 3)[0].ShouldBe(highest);
    }
}
