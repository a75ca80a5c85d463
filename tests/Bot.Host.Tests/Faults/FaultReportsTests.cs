using Bot.Host.Faults;
using Bot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Faults;

public sealed class FaultReportsTests
{
    private const string Typed = "what somebody typed";

    [Fact]
    public async Task A_fault_is_a_sentence_with_a_reference_that_stands_in_the_log_without_what_was_typed()
    {
        var (status, body, log) = await Serve(_ => throw new InvalidOperationException(Typed));

        status.ShouldBe(500);
        var entry = log.Entries.ShouldHaveSingleItem();
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Text.ShouldContain(nameof(InvalidOperationException));
        entry.Text.ShouldNotContain(Typed);
        body.ShouldNotContain(Typed);
        body.ShouldContain(entry.Text.Split(' ')[1]);
    }

    [Fact]
    public async Task A_request_that_is_not_well_formed_is_no_fault()
    {
        var (status, body, log) = await Serve(_ => throw new BadHttpRequestException(Typed, StatusCodes.Status400BadRequest));

        status.ShouldBe(400);
        body.ShouldContain("not well-formed");
        log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_gone_is_told_nothing()
    {
        var (status, body, log) = await Serve(context =>
        {
            context.Abort();
            throw new OperationCanceledException();
        });

        status.ShouldBe(200);
        body.ShouldBeEmpty();
        log.Entries.ShouldBeEmpty();
    }

    private static async Task<(int Status, string Body, CollectedLog Log)> Serve(RequestDelegate next)
    {
        using var log = new CollectedLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        using var gone = new CancellationTokenSource();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<Microsoft.AspNetCore.Http.Features.IHttpRequestLifetimeFeature>(new Lifetime(gone));
        context.Response.Body = body;
        await new FaultReports(next, new FaultLog(loggers.CreateLogger<FaultLog>()).Note).InvokeAsync(context);
        return (context.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()), log);
    }

    private sealed class Lifetime(CancellationTokenSource gone) : Microsoft.AspNetCore.Http.Features.IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = gone.Token;

        public void Abort() => gone.Cancel();
    }
}
