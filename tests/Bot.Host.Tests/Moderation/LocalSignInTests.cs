using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Host.Faults;
using Bot.Host.Moderation;
using Bot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Moderation;

/// <summary>The link that is written on the terminal when the service is up.</summary>
public sealed class LocalSignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_that_cannot_be_written_is_told_in_the_log_without_the_link()
    {
        using var log = new CollectedLog();
        await using var terminal = new ClosedTerminal();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IPeople>(new InMemoryPeople(Dice));
        builder.Services.AddSingleton<ISignInLinks>(new InMemorySignInLinks(Dice, TimeProvider.System));
        builder.Services.AddSingleton<NoteFault>(provider => new FaultLog(provider.GetRequiredService<ILogger<FaultLog>>()).Note);
        await using var app = builder.Build();
        app.WriteSignInLink(terminal);

        await app.StartAsync(Cancellation);

        var told = log.Entries.Where(entry => entry.Level == LogLevel.Error).ShouldHaveSingleItem().Text;
        told.ShouldContain("in writing the link for signing in, in place of which `link` makes another: System.IO.IOException");
        told.ShouldNotContain(ClosedTerminal.Message);
        terminal.Link.ShouldNotBeNull();
        log.Text.ShouldNotContain(terminal.Link.Split('/', ' ')[^1]);

        static void Dice(Span<byte> bytes) => bytes.Fill(7);
    }

    private sealed class ClosedTerminal : StringWriter
    {
        public const string Message = "Nobody reads this.";

        public string? Link { get; private set; }

        public override Task WriteLineAsync(string? value)
        {
            Link = value!.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
            throw new IOException(Message);
        }
    }
}
