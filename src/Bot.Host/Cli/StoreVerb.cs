using Bot.Host.Settings;
using Bot.Host.Stores;
using Bot.Storage;
using Bot.Storage.Events;

namespace Bot.Host.Cli;

/// <summary>For verbs that work on the store of the settings: opens it, or says why there is none.</summary>
internal static class StoreVerb
{
    /// <param name="make">Whether a store may be made where there is none.</param>
    public static async Task<int> Use(Surroundings around, Func<Store, Task<int>> work, bool make = false)
    {
        try
        {
            var options = VerbSettings.Read(around).Section<StoreOptions>("Store");
            if (
                !make
                && options.Provider == StoreOptions.Sqlite
                && StoreServices.File(options, around.Paths) is var file
                && !File.Exists(file)
            )
            {
                around.Error.WriteLine($"There is no store at '{file}': it is made when the service first starts.");
                return ExitCode.FoundWrong;
            }

            await using var store = StoreServices.Find(options, around.Paths, around.Time);
            if (store is null)
            {
                around.Error.WriteLine("The settings keep everything in memory: there is no store.");
                return ExitCode.FoundWrong;
            }

            return await work(store);
        }
        catch (Exception refused) when (refused is StartupRefusedException or StoreRefusedException or UnreadableEventException)
        {
            around.Error.WriteLine(refused.Message);
            return ExitCode.FoundWrong;
        }
    }
}
