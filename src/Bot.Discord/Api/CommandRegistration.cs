using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Wire;
using Bot.Wire;

namespace Bot.Discord.Api;

/// <summary>
/// Registers the commands: compared first, and only what differs is written, each by itself. A command that is not ours is left alone, and one that stays keeps its id and
/// with it what a guild's admins set for it (<see href="https://discord.com/developers/docs/interactions/application-commands#registering-a-command"/>).
/// </summary>
/// <param name="guilds">The guilds in which they are registered, for trying out; none: they are for everybody.</param>
internal sealed class CommandRegistration(DiscordApi discord, IReadOnlyList<Snowflake> guilds)
{
    /// <summary>Where they are to stand; null is everywhere.</summary>
    private IEnumerable<(Snowflake? Guild, IReadOnlyList<ApplicationCommand> Wanted)> Places =>
        guilds.Count == 0 ? [(null, CommandList.All)] : guilds.Select(guild => ((Snowflake?)guild, CommandList.InGuild));

    /// <returns>The names of the commands that were written; all of them, or why not.</returns>
    public Task<Outcome<IReadOnlyList<string>>> Register(CancellationToken cancellation) =>
        InEachPlace((guild, missing) => discord.CreateCommand(guild, missing, cancellation), cancellation);

    /// <returns>The names of those that do not stand at Discord as they are here. Nothing is written.</returns>
    public Task<Outcome<IReadOnlyList<string>>> Missing(CancellationToken cancellation) =>
        InEachPlace((_, _) => Task.FromResult<Outcome<NoContent>>(new Outcome<NoContent>.Done(default)), cancellation);

    private async Task<Outcome<IReadOnlyList<string>>> InEachPlace(
        Func<Snowflake?, ApplicationCommand, Task<Outcome<NoContent>>> mend,
        CancellationToken cancellation
    )
    {
        var missing = new List<string>();
        foreach (var (guild, wanted) in Places)
        {
            var listed = await discord.Commands(guild, cancellation);
            if (listed is not Outcome<JsonArray>.Done { Value: var there })
            {
                return listed.Failed<IReadOnlyList<string>>();
            }

            foreach (var command in wanted.Where(command => !Stands(command, there)))
            {
                var mended = await mend(guild, command);
                if (mended is not Outcome<NoContent>.Done)
                {
                    return mended.Failed<IReadOnlyList<string>>();
                }

                missing.Add(command.Name);
            }
        }

        return new Outcome<IReadOnlyList<string>>.Done([.. missing.Distinct()]);
    }

    private static bool Stands(ApplicationCommand command, JsonArray there) =>
        there.FirstOrDefault(each => IsOf(each!, command)) is { } found
        && CommandComparison.Same(JsonSerializer.SerializeToNode(command, DiscordJson.Default.ApplicationCommand)!, found);

    private static bool IsOf(JsonNode there, ApplicationCommand command) =>
        (string?)there["name"] == command.Name && ((int?)there["type"] ?? 1) == command.Type;
}
