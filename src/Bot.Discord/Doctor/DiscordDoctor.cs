using System.Diagnostics;
using Bot.Core.Doctor;
using Bot.Discord.Api;
using Bot.Discord.Wire;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Doctor;

/// <summary>Whether the settings, the Developer Portal and a channel agree with each other.</summary>
/// <param name="publicKey">As it is set.</param>
internal sealed class DiscordDoctor(
    DiscordApi api,
    CommandRegistration registration,
    Snowflake applicationId,
    string publicKey,
    Delivery delivery
) : IDoctor
{
    public string Subject => "Discord";

    public bool IsChannel(string text) => Snowflake.TryParse(text) is not null;

    public async Task<IReadOnlyList<Diagnosis>> Examine(string? channel, CancellationToken cancellation)
    {
        switch (await api.Application(cancellation))
        {
            case Outcome<Application>.Done { Value: var application }:
                return
                [
                    Diagnosis.Well(
                        $"The token is valid, and belongs to the application \u201C{application.Name}\u201D ({application.Id})."
                    ),
                    .. Identity(application),
                    Way(application),
                    await Commands(cancellation),
                    .. channel is null ? [] : await ChannelDoctor.Examine(api, channel, cancellation),
                    Diagnosis.Well($"To add it to a server: {InstallLink}"),
                ];
            case Outcome<Application>.NotDone { Why: Failure.Refused { Status: 401 } }:
                return
                [
                    Diagnosis.Wrong(
                        "Discord does not know the token in `Discord:BotToken`.",
                        "In the Developer Portal, under Bot, press \"Reset Token\", and set what it shows."
                    ),
                ];
            case Outcome<Application>.NotDone { Why: var why }:
                return [new Diagnosis(Grade.Wrong, $"The application could not be looked at. {why.Sentence}")];
            default:
                throw new UnreachableException();
        }
    }

    private string InstallLink =>
        $"https://discord.com/oauth2/authorize?client_id={applicationId}&scope=bot+applications.commands&permissions={Permissions.ToPost}&integration_type=0";

    private IEnumerable<Diagnosis> Identity(Application application)
    {
        if (application.Id != applicationId)
        {
            yield return Diagnosis.Wrong(
                $"`Discord:ApplicationId` is {applicationId}, and the token belongs to {application.Id}.",
                "Copy both from the same application in the Developer Portal."
            );
        }

        if (delivery is Delivery.Http)
        {
            yield return string.Equals(application.VerifyKey, publicKey, StringComparison.OrdinalIgnoreCase)
                ? Diagnosis.Well("The public key is this application's.")
                : Diagnosis.Wrong(
                    "`Discord:PublicKey` is not this application's, so whatever Discord sends is refused.",
                    $"Set it to {application.VerifyKey}, which is public."
                );
        }
    }

    private Diagnosis Way(Application application) =>
        delivery.Contradiction(application.InteractionsEndpointUrl) is { } contradiction
            ? new Diagnosis(Grade.Wrong, contradiction)
            : Diagnosis.Well(
                application.InteractionsEndpointUrl is { Length: > 0 } there
                    ? $"Discord sends what people do to {there}."
                    : "Discord sends what people do over the Gateway."
            );

    private async Task<Diagnosis> Commands(CancellationToken cancellation) =>
        await registration.Missing(cancellation) switch
        {
            Outcome<IReadOnlyList<string>>.Done { Value: [] } => Diagnosis.Well("The commands are registered as they are here."),
            Outcome<IReadOnlyList<string>>.Done { Value: var missing } => Diagnosis.Doubtful(
                $"Not registered as they are here: {string.Join(", ", missing)}.",
                "Start the service with the token: it registers what is missing."
            ),
            Outcome<IReadOnlyList<string>>.NotDone { Why: var why } => new Diagnosis(
                Grade.Wrong,
                $"The commands could not be looked at. {why.Sentence}"
            ),
            _ => throw new UnreachableException(),
        };
}

/// <summary>Adds the look at Discord to a program.</summary>
public static class DiscordExamination
{
    /// <summary>Needs <see cref="DiscordRequests.AddDiscordApi"/> with the same application.</summary>
    /// <param name="guilds">The guilds in which alone the commands are registered.</param>
    public static IServiceCollection AddDiscordDoctor(
        this IServiceCollection services,
        string applicationId,
        string publicKey,
        IReadOnlyList<string> guilds,
        Delivery delivery
    ) =>
        services.AddSingleton<IDoctor>(provider =>
        {
            var api = provider.GetRequiredService<DiscordApi>();
            return new DiscordDoctor(
                api,
                new CommandRegistration(api, [.. guilds.Select(guild => Snowflake.TryParse(guild)!.Value)]),
                Snowflake.TryParse(applicationId)!.Value,
                publicKey,
                delivery
            );
        });
}
