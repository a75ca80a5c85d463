using Bot.Discord.Doctor;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Doctor;

public sealed class ChannelPermissionsTests
{
    private static readonly Snowflake Everybody = new(1);
    private static readonly Snowflake Bots = new(2);
    private static readonly Snowflake Muted = new(3);
    private static readonly Snowflake Bot = new(9);

    private const int View = 1 << 10;
    private const int Send = 1 << 11;
    private const int Embed = 1 << 14;

    [Fact]
    public void Roles_add_up() =>
        Of([Bots], roles: [Role(Everybody, View), Role(Bots, Send), Role(Muted, Embed)]).Bits.ShouldBe(View | Send);

    [Fact]
    public void The_owner_and_administrators_may_do_everything_whatever_a_channel_denies()
    {
        Overwrite[] closed = [new(Everybody, 0, "0", $"{View | Send}")];

        Of([], [Role(Everybody, 0)], closed, owner: Bot).Has(Permissions.ToPost).ShouldBeTrue();
        Of([Bots], [Role(Everybody, 0), Role(Bots, 8)], closed).Has(Permissions.ToPost).ShouldBeTrue();
    }

    [Fact]
    public void What_one_role_allows_in_a_channel_stands_against_what_another_denies() =>
        Of([Bots, Muted], [Role(Everybody, View)], [new(Muted, 0, "0", $"{Send}"), new(Bots, 0, $"{Send}", "0")])
            .Bits.ShouldBe(View | Send);

    [Fact]
    public void What_is_set_for_the_member_comes_last() =>
        Of([Bots], [Role(Everybody, View | Send)], [new(Bot, 1, $"{Embed}", $"{Send}"), new(Bots, 0, $"{Send}", "0")])
            .Bits.ShouldBe(View | Embed);

    [Fact]
    public void Who_does_not_see_a_channel_may_do_nothing_there() =>
        Of([], [Role(Everybody, View | Send)], [new(Everybody, 0, "0", $"{View}")]).Bits.ShouldBe(0);

    private static Permissions Of(
        IReadOnlyList<Snowflake> member,
        IReadOnlyList<Role> roles,
        IReadOnlyList<Overwrite>? overwrites = null,
        Snowflake? owner = null
    ) =>
        ChannelPermissions.Of(
            new Guild
            {
                Id = Everybody,
                Name = "Test",
                OwnerId = owner ?? new Snowflake(8),
            },
            roles,
            Bot,
            member,
            overwrites ?? []
        );

    private static Role Role(Snowflake id, int permissions) => new(id, "role", $"{permissions}");
}
