using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// Registers the commands: compared first, and only what differs is written, each by itself. A command that is not ours is left alone, and one that stays keeps its id and
/// with it what a guild's admins set for it (<see href="https://discord.com/developers/docs/interactions/application-commands#registering-a-command"/>).
/// </summary>
/// <param name="guilds">The guilds in which they are registered, for trying out; none: they are for everybody.</param>
internal sealed class CommandRegistration(DiscordApi discord, IReadOnlyList<Snowflake> guilds)
{
    /// <returns>The names of the commands that were written; all of them, or why not.</returns>
    public async Task<Outcome<IReadOnlyList<string>>> Register(CancellationToken cancellation)
    {
        if (guilds.Count == 0)
        {
            return await Register(null, CommandList.All, cancellation);
        }

        var written = new List<string>();
        foreach (var guild in guilds)
        {
            var there = await Register(guild, CommandList.InGuild, cancellation);
            if (there is not Outcome<IReadOnlyList<string>>.Done done)
            {
                return there;
            }

            written.AddRange(done.Value);
        }

        return new Outcome<IReadOnlyList<string>>.Done([.. written.Distinct()]);
    }

    private async Task<Outcome<IReadOnlyList<string>>> Register(
        Snowflake? guild,
        IReadOnlyList<ApplicationCommand> wanted,
        CancellationToken cancellation
    )
    {
        var listed = await discord.Commands(guild, cancellation);
        if (listed is not Outcome<JsonArray>.Done { Value: var there })
        {
            return listed.Failed<IReadOnlyList<string>>();
        }

        var written = new List<string>();
        foreach (var command in wanted.Where(command => !Stands(command, there)))
        {
            var made = await discord.CreateCommand(guild, command, cancellation);
            if (made is not Outcome<Nothing>.Done)
            {
                return made.Failed<IReadOnlyList<string>>();
            }

            written.Add(command.Name);
        }

        return new Outcome<IReadOnlyList<string>>.Done(written);
    }

    private static bool Stands(ApplicationCommand command, JsonArray there) =>
        there.FirstOrDefault(each => IsOf(each!, command)) is { } found
        && CommandComparison.Same(JsonSerializer.SerializeToNode(command, DiscordJson.Default.ApplicationCommand)!, found);

    private static bool IsOf(JsonNode there, ApplicationCommand command) =>
        (string?)there["name"] == command.Name && ((int?)there["type"] ?? 1) == command.Type;
}
