namespace Bot.Host.Cli;

internal static class ExitCode
{
    public const int Done = 0;
    public const int FoundWrong = 1;
    public const int BadUsage = 2;
}
