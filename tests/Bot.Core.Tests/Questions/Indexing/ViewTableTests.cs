using Bot.Core.Questions.Answering;
using Bot.Core.Questions.Indexing;

namespace Bot.Core.Tests.Questions.Indexing;

public sealed class ViewTableTests
{
    [Fact]
    public void A_shared_text_is_a_view_of_each_and_others_are_left_alone()
    {
        var views = new ViewTable(texts: 1);
        views.Add(ViewOf.Statement, 4);
        views.Add(ViewOf.Evidence, 4);
        views.Add(ViewOf.Statement, 5);
        views.Share(1, 5);
        views.Share(1, 9);
        views.Trim();

        views.Targets(0).ToArray().ShouldBe([4]);
        views.Targets(1).ToArray().ShouldBe([4, 5, 9]);
        views.Targets(2).ToArray().ShouldBe([5]);
        views[1].ShouldSatisfyAllConditions(view => view.Of.ShouldBe(ViewOf.Evidence), view => view.Target.ShouldBe(4));
    }

    [Fact]
    public void Only_a_way_of_asking_asks_for_something()
    {
        var views = new ViewTable(texts: 1);
        views.Add(ViewOf.Statement, 1);
        views.AddAsked(ViewOf.Asked, 1, Slot.Date, new FewWords([3]));

        views[0].Slot.ShouldBeNull();
        views[1].Slot.ShouldBe(Slot.Date);
        views[1].Function.Shared(new FewWords([2, 3])).ShouldBe(1);
        views[1].Function.Shared(new FewWords([3 + 64])).ShouldBe(0);
    }
}
