using System.Text.Json.Nodes;
using Bot.Host.Tests.Corrections;
using Bot.Host.Tests.Discord;
using Bot.Testing.Discord;

namespace Bot.Host.Tests.Moderation;

/// <summary>A server whose people are at its desk in a browser, and what Discord tells of them.</summary>
public abstract class DeskSide : PostedSide
{
    /// <summary>A role of the server.</summary>
    /// <param name="permissions">As Discord writes them.</param>
    protected void AddRole(string id, string permissions) =>
        Discord.StandIn.World.Guilds[DiscordSide.Guild]["roles"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = id,
                    ["name"] = $"role {id}",
                    ["permissions"] = permissions,
                    ["position"] = 1,
                }
            );

    /// <summary>Somebody is in the server, with these roles and no others.</summary>
    protected JsonObject Join(string person, params string[] roles) =>
        Discord.StandIn.World.Members[(DiscordSide.Guild, person)] = new JsonObject
        {
            ["user"] = StandInWorld.User(person, "sam"),
            ["nick"] = null,
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
        };

    /// <summary>Discord is asked who somebody is, and may let the service wait.</summary>
    protected async Task<T> Within<T>(Task<T> asked)
    {
        await Within((Task)asked);
        return await asked;
    }

    /// <remarks>A page waits ten seconds for Discord at most: time goes on little by little, so that a slow machine is not taken for a slow Discord.</remarks>
    /// <inheritdoc cref="Within{T}"/>
    protected async Task Within(Task asked)
    {
        for (var tries = 0; !asked.IsCompleted && tries < 3_000; tries++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(25));
            await Task.WhenAny(asked, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation));
        }

        asked.IsCompleted.ShouldBeTrue();
        await asked;
    }
}
