using System.Reflection;
using Bot.Core.Conversation;

namespace Bot.Host.Console.Pages;

/// <summary>What is loaded, since when, and what is wrong with the files.</summary>
internal sealed class AboutModel(Desk desk, Reading reading) : StoryPage(reading)
{
    protected override bool ManagesWithout => true;

    public string Version { get; } =
        typeof(AboutModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>What the status labels mean.</summary>
    public Reply? Words { get; private set; }

    public void OnGet() => Words = Reading.Story is null ? null : desk.Handle(new Command.Help(Words: true), Reading.Shelf, Reading.Named);
}
