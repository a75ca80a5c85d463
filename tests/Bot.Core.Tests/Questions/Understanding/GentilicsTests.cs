using Bot.Core.Questions.Understanding;

namespace Bot.Core.Tests.Questions.Understanding;

public sealed class GentilicsTests
{
    [Theory]
    [InlineData("kenya", "kenyan")]
    [InlineData("egypt", "egyptian")]
    [InlineData("israel", "israeli")]
    [InlineData("japan", "japanese")]
    [InlineData("italy", "italian")]
    [InlineData("italian", "italy")]
    [InlineData("iranian", "iran")]
    [InlineData("oria", "orian")]
    public void The_people_of_a_place_are_among_the_forms(string name, string form) => Gentilics.Of(name).ShouldContain(form);

    [Fact]
    public void A_short_name_has_none() => Gentilics.Of("usa").ShouldBeEmpty();
}
