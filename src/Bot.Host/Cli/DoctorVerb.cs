using System.CommandLine;
using Bot.Core.Doctor;
using Bot.Host.Discord;
using Bot.Host.Settings;

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
            var settings = VerbSettings.Read(around);
            var discord = settings.Section<DiscordOptions>("Discord");
            if (discord.Token.Length == 0)
            {
                around.Error.WriteLine(
                    discord.Mode == DiscordOptions.Off
                        ? "No platform is set up: docs/discord.md says how, from nothing to the first answer."
                        : "Without `Discord:BotToken` nothing can be looked up at Discord: set it, from the Developer Portal, under Bot."
                );
                return ExitCode.FoundWrong;
            }

            if (discord.Mode == DiscordOptions.Off)
            {
                around.Out.WriteLine(
                    "`Discord:Mode` is off, so nothing is answered: set it to http or gateway. What follows is looked at as for http."
                );
            }

            await using var services = DiscordServices.Examining(around.Time, discord, settings.Configuration["Public:BaseUrl"]);
            var found = new List<Diagnosis>();
            foreach (var doctor in services.GetServices<IDoctor>())
            {
                around.Out.WriteLine(doctor.Subject);
                foreach (var diagnosis in await doctor.Examine(where, cancellation))
                {
                    Tell(diagnosis);
                    found.Add(diagnosis);
                }
            }

            return found.Exists(diagnosis => diagnosis.Grade == Grade.Wrong) ? ExitCode.FoundWrong : ExitCode.Done;
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }

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
