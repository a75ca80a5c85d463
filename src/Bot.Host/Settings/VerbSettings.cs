using Bot.Host.Cli;

namespace Bot.Host.Settings;

/// <summary>The settings as a verb finds them: beside the program and in the environment.</summary>
internal sealed class VerbSettings(IConfiguration configuration)
{
    /// <exception cref="StartupRefusedException">A setting is wrong; every one that is wrong is named.</exception>
    public static VerbSettings Read(Surroundings around)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(around.Paths.ProgramFolder)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(around.Settings)
            .Build();
        return AllSettings.Problems(configuration) is { Count: > 0 } problems
            ? throw new StartupRefusedException(problems)
            : new VerbSettings(configuration);
    }

    public IConfiguration Configuration => configuration;

    public T Section<T>(string name)
        where T : class, new() => configuration.GetSection(name).Get<T>() ?? new T();
}
