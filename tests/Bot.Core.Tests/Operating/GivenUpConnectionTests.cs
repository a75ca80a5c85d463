using Bot.Core.Operating;

namespace Bot.Core.Tests.Operating;

/// <summary>A connection speaks for itself alone: that another one stands by, or is mended, changes nothing about it.</summary>
public sealed class GivenUpConnectionTests
{
    private const string Revoked = "The token was revoked.";

    [Fact]
    public async Task What_is_wrong_is_said_until_it_is_mended()
    {
        string? wrong = null;
        var connection = new GivenUpConnection("Discord", () => false, () => wrong);
        (await Look(connection)).ShouldNotBeNull().ShouldBeEmpty();

        wrong = Revoked;
        (await Look(connection))
            .ShouldNotBeNull()
            .ShouldHaveSingleItem()
            .ShouldBe(new Concern("discord connection", "Nothing comes from Discord. The token was revoked."));
    }

    [Fact]
    public async Task Who_stands_by_cannot_tell_and_another_connection_can()
    {
        var (discord, slack) = (
            new GivenUpConnection("Discord", () => true, () => Revoked),
            new GivenUpConnection("Slack", () => false, () => Revoked)
        );

        (await Look(discord)).ShouldBeNull();
        (await Look(slack)).ShouldNotBeNull().ShouldHaveSingleItem().Key.ShouldStartWith($"{slack.Kind} ");
        slack.Kind.ShouldNotBe(discord.Kind);
    }

    private static async Task<IReadOnlyList<Concern>?> Look(ILookout lookout) => await lookout.Look(TestContext.Current.CancellationToken);
}
