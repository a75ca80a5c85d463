using System.Diagnostics;
using Bot.Core.Doctor;
using Bot.Slack.Api;
using Bot.Slack.Installs;
using Bot.Slack.SocketMode;
using Bot.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Doctor;

/// <summary>Whether the settings, the app's page and a channel agree with each other.</summary>
internal sealed class SlackDoctor(SlackAppApi app, SlackApi slack, SlackSetup setup) : IDoctor
{
    public string Subject => "Slack";

    public bool IsChannel(string text) =>
        text.Length > 1 && text[0] is 'C' or 'G' or 'D' && text.All(each => char.IsAsciiDigit(each) || char.IsAsciiLetterUpper(each));

    public async Task<IReadOnlyList<Diagnosis>> Examine(string? channel, CancellationToken cancellation)
    {
        var found = new List<Diagnosis>();
        var test = setup.IsForMany ? null : await Token(found, cancellation);
        if (setup.IsForMany)
        {
            found.Add(await Client(cancellation));
            found.Add(Diagnosis.Well($"Workspaces install it at {setup.BaseUrl!.TrimEnd('/')}{SlackInstalls.Begin}."));
        }

        found.Add(setup.Sockets ? await AppToken(test, cancellation) : Signing());
        if (!setup.Sockets)
        {
            found.Add(Addresses());
        }

        if (channel is not null)
        {
            found.Add(await Channel(test, channel, cancellation));
        }

        found.Add(
            Diagnosis.Well(
                "The app as it should be: `manifest slack`. After a change of its scopes or commands it has to be installed again."
            )
        );
        return found;
    }

    private async Task<AuthTest?> Token(List<Diagnosis> found, CancellationToken cancellation)
    {
        if (
            !setup.BotToken.StartsWith("xoxb-", StringComparison.Ordinal)
            && !setup.BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal)
        )
        {
            found.Add(
                Diagnosis.Wrong(
                    "`Slack:BotToken` is no bot's token: it begins with xoxb-.",
                    "Copy \"Bot User OAuth Token\" from the app's page, under OAuth & Permissions."
                )
            );
            return null;
        }

        switch (await app.Test(Credential.Bearer(setup.BotToken), cancellation))
        {
            case Outcome<AuthTest>.Done { Value: { IsEnterpriseInstall: true } }:
                found.Add(new Diagnosis(Grade.Wrong, InstallWords.Enterprise));
                return null;
            case Outcome<AuthTest>.Done { Value: var test }:
                found.Add(
                    Diagnosis.Well(
                        $"The token is valid: the bot is \u201C{test.User}\u201D in the workspace \u201C{test.Team}\u201D ({test.TeamId}){(test.AppId is { } id ? $", of the app {id}" : "")}."
                    )
                );
                found.AddRange(Scopes(test));
                return test;
            case Outcome<AuthTest>.NotDone { Why: var why }:
                found.Add(new Diagnosis(Grade.Wrong, why.Sentence));
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private static IEnumerable<Diagnosis> Scopes(AuthTest test)
    {
        if (test.Scopes is not { } granted)
        {
            return
            [
                Diagnosis.Doubtful("Slack does not say what the token may do.", "Compare the app's scopes with those of `manifest slack`."),
            ];
        }

        var missing = SlackScopes
            .Bot.Where(scope => !granted.Contains(scope.Name))
            .Select(scope =>
                Diagnosis.Wrong(
                    $"The bot lacks the scope {scope.Name}, {scope.For}.",
                    "Add it on the app's page, under OAuth & Permissions, and install the app again."
                )
            )
            .ToList();
        return missing.Count > 0 ? missing : [Diagnosis.Well("The bot has every scope that it asks for.")];
    }

    /// <summary>Slack looks who asks before it looks at what is asked: a code that is made up shows whether id and secret are right, and changes nothing.</summary>
    private async Task<Diagnosis> Client(CancellationToken cancellation) =>
        await app.Access(
            Credential.Client(setup.ClientId, setup.ClientSecret),
            "doctor",
            setup.BaseUrl!.TrimEnd('/') + SlackInstalls.Back,
            cancellation
        ) switch
        {
            Outcome<OAuthAccess>.NotDone { Why: Failure.Refused { Code: "invalid_code" } } => Diagnosis.Well(
                "`Slack:ClientId` and `Slack:ClientSecret` belong together."
            ),
            Outcome<OAuthAccess>.NotDone { Why: var why } => new Diagnosis(Grade.Wrong, why.Sentence),
            _ => Diagnosis.Doubtful("Slack took a code that was made up.", "See whether `Slack:ApiBase` is Slack's."),
        };

    private async Task<Diagnosis> AppToken(AuthTest? test, CancellationToken cancellation)
    {
        if (!setup.AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            return Diagnosis.Wrong(
                "`Slack:AppToken` is no app-level token: it begins with xapp-.",
                $"Make one with the scope {SlackScopes.Sockets} on the app's page, under Basic Information, App-Level Tokens."
            );
        }

        if (SlackSockets.AppOf(setup.AppToken) is { } opens && test?.AppId is { } speaks && opens != speaks)
        {
            return Diagnosis.Wrong(
                $"`Slack:AppToken` is of the app {opens}, and `Slack:BotToken` of {speaks}.",
                "Copy both from the same app's page."
            );
        }

        return await app.OpenSocket(Credential.Bearer(setup.AppToken), cancellation) switch
        {
            Outcome<SocketAnswer>.Done => Diagnosis.Well("The app-level token opens sockets, so that Slack can send what people do."),
            Outcome<SocketAnswer>.NotDone { Why: var why } => new Diagnosis(Grade.Wrong, why.Sentence),
            _ => throw new UnreachableException(),
        };
    }

    private Diagnosis Signing() =>
        SlackSetup.IsSigningSecret(setup.SigningSecret)
            ? Diagnosis.Well(
                "`Slack:SigningSecret` has the form of one; whether it is this app's is seen when Slack first sends something."
            )
            : Diagnosis.Wrong(
                "`Slack:SigningSecret` is no signing secret: it has 32 hex digits.",
                "Copy it from the app's page, under Basic Information, App Credentials."
            );

    private Diagnosis Addresses() =>
        setup.BaseUrl is { } at
            ? Diagnosis.Well(
                $"Slack has to send to {at.TrimEnd('/')}{SlackPaths.Commands}, {SlackPaths.Interactions} and {SlackPaths.Events}, as the manifest says."
            )
            : Diagnosis.Doubtful(
                "`Public:BaseUrl` is not set, so that the manifest cannot say where Slack has to send.",
                "Set it to the address under which Slack reaches this service, and write the manifest again."
            );

    private async Task<Diagnosis> Channel(AuthTest? test, string channel, CancellationToken cancellation)
    {
        if (!IsChannel(channel))
        {
            return Diagnosis.Wrong(
                $"\u201C{channel}\u201D is no channel's id.",
                "Open the channel's details in Slack: its id stands at the bottom, and begins with C."
            );
        }

        if (test is null)
        {
            return Diagnosis.Doubtful(
                $"The channel {channel} cannot be looked at without a bot's token in the settings that is taken.",
                "Share an answer there: where something is missing, the bot says what."
            );
        }

        return await slack.Conversation(SlackCommunity.Of(test.TeamId), new(channel), cancellation) switch
        {
            Outcome<Conversation>.Done { Value: { IsArchived: true } there } => Diagnosis.Wrong(
                $"#{there.Name} is archived.",
                "Unarchive it, or choose another channel."
            ),
            Outcome<Conversation>.Done { Value: { IsMember: true } there } => Diagnosis.Well(
                $"In #{there.Name} the bot is a member, and may do all that posting takes."
            ),
            Outcome<Conversation>.Done { Value: { IsIm: true } } => Diagnosis.Well("This is the bot's direct messages with somebody."),
            Outcome<Conversation>.Done { Value: { IsPrivate: false } there } => Diagnosis.Doubtful(
                $"In #{there.Name} the bot may share answers; it is no member, and pictures and mentions take that.",
                "Type /invite @Dateline there."
            ),
            Outcome<Conversation>.Done { Value: var there } => Diagnosis.Wrong(
                $"In #{there.Name}, which is private, the bot is no member.",
                "Type /invite @Dateline there."
            ),
            Outcome<Conversation>.NotDone { Why: var why } => new Diagnosis(
                Grade.Wrong,
                $"The channel {channel} could not be looked at. {why.Sentence}"
            ),
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary>Adds the look at Slack to a program.</summary>
public static class SlackExamination
{
    /// <summary>Needs <see cref="SlackRequests.AddSlackApi"/>.</summary>
    public static IServiceCollection AddSlackDoctor(this IServiceCollection services, SlackSetup setup) =>
        services
            .AddSpeaking()
            .AddSingleton<IBotTokens>(new SettingsToken(Credential.Bearer(setup.BotToken)))
            .AddSingleton<IDoctor>(provider => new SlackDoctor(
                provider.GetRequiredService<SlackAppApi>(),
                provider.GetRequiredService<SlackApi>(),
                setup
            ));
}
