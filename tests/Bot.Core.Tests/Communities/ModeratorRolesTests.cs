using Bot.Core.Communities;

namespace Bot.Core.Tests.Communities;

public sealed class ModeratorRolesTests
{
    [Fact]
    public void Roles_are_the_same_in_any_order_and_come_back_as_they_were()
    {
        var roles = ModeratorRoles.Of(["2", "1", "2"]);

        roles.ShouldBe(ModeratorRoles.Of(["1", "2"]));
        roles!.Value.All.ShouldBe(["1", "2"]);
        ModeratorRoles.TryParse(roles.Value.ToString()).ShouldBe(roles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 1")]
    [InlineData(" 1")]
    public void What_is_not_written_so_is_none(string text) => ModeratorRoles.TryParse(text).ShouldBeNull();
}
