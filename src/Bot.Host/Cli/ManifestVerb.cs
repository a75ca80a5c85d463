using System.CommandLine;
using Bot.Host.Settings;
using Bot.Host.Slack;
using Bot.Slack.Manifest;

namespace Bot.Host.Cli;

/// <summary><c>manifest slack</c>: writes the app as Slack takes it in. Nothing of it is secret, and it needs no token: it comes before them.</summary>
internal sealed class ManifestVerb : Command
{
    private readonly Surroundings around;
    private readonly Option<string?> mode = new("--mode") { Description = "http or socket; else as `Slack:Mode` says.", HelpName = "M" };
    private readonly Option<bool> many = new("--many") { Description = "Workspaces install the app by themselves." };
    private readonly Option<bool> shortNames = new("--short-names") { Description = "Each first word is a command of its own, too." };

    public ManifestVerb(Surroundings around)
        : base("manifest", "Write how an app is set up, for a platform that takes it from a file.")
    {
        this.around = around;
        mode.AcceptOnlyFromAmong(SlackOptions.Http, SlackOptions.Socket);
        var slack = new Command("slack", "Write the manifest of the Slack app, from the catalogue of commands, as JSON.")
        {
            mode,
            many,
            shortNames,
        };
        slack.SetAction(Write);
        Add(slack);
    }

    private int Write(ParseResult parsed)
    {
        try
        {
            var settings = VerbSettings.Read(around);
            var options = settings.Section<SlackOptions>("Slack");
            options.Mode = parsed.GetValue(mode) ?? options.Mode;
            var setup = options.App(settings.Configuration["Public:BaseUrl"]) with { ShortNames = parsed.GetValue(shortNames) };
            setup = setup with { Distributed = setup.Distributed || parsed.GetValue(many) };
            if (Missing(options, setup) is { } sentence)
            {
                around.Error.WriteLine(sentence);
                return ExitCode.FoundWrong;
            }

            around.Out.WriteLine(SlackManifest.Write(setup));
            return ExitCode.Done;
        }
        catch (StartupRefusedException refused)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }

    private static string? Missing(SlackOptions options, AppSetup setup) =>
        options.Mode == SlackOptions.Off
            ? "How Slack is to send what people do is not said: add --mode socket, which needs no address, or --mode http. docs/slack.md compares them."
        : setup.BaseUrl is not null ? null
        : options.IsHttp
            ? "Over HTTP the manifest names where Slack sends: set `Public:BaseUrl` to the address under which it reaches this service."
        : setup.Distributed
            ? "Where workspaces install the app, the manifest names where Slack leads them back to: set `Public:BaseUrl` to the address under which this service is reached."
        : null;
}
