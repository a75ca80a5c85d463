using Bot.Core.Communities;

namespace Bot.Host.Limits;

internal static class LimitServices
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection("Limits").Get<LimitsOptions>() ?? new LimitsOptions();
        if (!options.Off)
        {
            builder.Services.AddSingleton(provider => new AskLimits(
                options.PerPerson,
                options.PerCommunity,
                provider.GetRequiredService<TimeProvider>()
            ));
        }
    }
}
