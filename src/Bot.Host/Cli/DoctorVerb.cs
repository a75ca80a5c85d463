using System.CommandLine;
using Bot.Core.Doctor;
using Bot.Host.Discord;
using Bot.Host.Settings;
using Bot.Host.Slack;

namespace Bot.Host.Cli;

/// <summary><c>doctor</c>: looks whether settings, portal and permissions agree. Changes nothing, and may run while the service does.</summary>
internal sealed class DoctorVerb : Command
{
    private readonly Surroundings around;
    private readonly Option<string?> channel = new("--channel")
    {
        Description = "Whether the bot may post in this channel, too.",
        HelpName = "ID",
    };

    public DoctorVerb(Surroundings around)
        : base("doctor", "Look whether settings, the platform's portal and permissions agree, and say what to do.")
    {
        this.around = around;
        Add(channel);
        SetAction((parsed, cancellation) => Examine(parsed.GetValue(channel), cancellation));
    }

    private async Task<int> Examine(string? where, CancellationToken cancellation)
    {
        try
        {
            var platforms = Platforms(VerbSettings.Read(around)).ToList();
            if (platforms.Count == 0)
            {
                around.Error.WriteLine(
                    "No platform is set up: docs/discord.md and docs/slack.md say how, from nothing to the first answer."
                );
                return ExitCode.FoundWrong;
            }

            var worst = ExitCode.Done;
            foreach (var (look, sentence) in platforms)
            {
                if (sentence is not null)
                {
                    (look is null ? around.Error : around.Out).WriteLine(sentence);
                }

                worst = Math.Max(
                    worst,
                    look is null ? ExitCode.FoundWrong : await Examine(look(), where, platforms.Count == 1, cancellation)
                );
            }

            return worst;
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }

    /// <param name="alone">Whether a channel must be this platform's.</param>
    private async Task<int> Examine(ServiceProvider platform, string? where, bool alone, CancellationToken cancellation)
    {
        await using var services = platform;
        var doctor = services.GetRequiredService<IDoctor>();
        around.Out.WriteLine(doctor.Subject);
        var found = await doctor.Examine(where is not null && (alone || doctor.IsChannel(where)) ? where : null, cancellation);
        foreach (var diagnosis in found)
        {
            Tell(diagnosis);
        }

        return found.Any(diagnosis => diagnosis.Grade == Grade.Wrong) ? ExitCode.FoundWrong : ExitCode.Done;
    }

    /// <summary>Those that are meant: how to look at each, null where something is missing for that; and what is to be said first.</summary>
    private IEnumerable<(Func<ServiceProvider>? Look, string? Sentence)> Platforms(VerbSettings settings)
    {
        var baseUrl = settings.Configuration["Public:BaseUrl"];
        var discord = settings.Section<DiscordOptions>("Discord");
        if (discord.Token.Length > 0)
        {
            yield return (
                () => DiscordServices.Examining(around.Time, discord, baseUrl),
                discord.Mode == DiscordOptions.Off ? Off("Discord", "http or gateway") : null
            );
        }
        else if (discord.Mode != DiscordOptions.Off)
        {
            yield return (
                null,
                "Without `Discord:BotToken` nothing can be looked up at Discord: set it, from the Developer Portal, under Bot."
            );
        }

        var slack = settings.Section<SlackOptions>("Slack");
        if (slack.BotToken.Length > 0 || slack.IsForMany)
        {
            yield return (
                () => SlackServices.Examining(around.Time, slack, baseUrl),
                slack.Mode == SlackOptions.Off ? Off("Slack", "http or socket") : null
            );
        }
        else if (slack.Mode != SlackOptions.Off)
        {
            yield return (
                null,
                "Without `Slack:BotToken` nothing can be looked up at Slack: set it, from the app's page, under OAuth & Permissions; or `Slack:ClientId` and `Slack:ClientSecret`, where workspaces install the app by themselves."
            );
        }
    }

    private static string Off(string platform, string modes) =>
        $"`{platform}:Mode` is off, so nothing is answered: set it to {modes}. What follows is looked at as for http.";

    private void Tell(Diagnosis diagnosis)
    {
        var mark = diagnosis.Grade switch
        {
            Grade.Well => "ok   ",
            Grade.Doubtful => "look ",
            _ => "WRONG",
        };
        around.Out.WriteLine($"  {mark}  {diagnosis.Sentence}");
        if (diagnosis.Remedy is { } remedy)
        {
            around.Out.WriteLine($"         {remedy}");
        }
    }
}
