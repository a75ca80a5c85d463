using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Bot.Benchmarks.Programs;

/// <summary><c>empty</c>: the least a web program can be, for starts to be compared with.</summary>
internal sealed class EmptyProgram : Command
{
    public const string Verb = "empty";

    private readonly Option<string> urls = new("--urls") { Required = true };

    public EmptyProgram()
        : base(Verb, "Serve nothing but a 200 on /readyz.")
    {
        Hidden = true;
        Add(urls);
        SetAction((parsed, cancellation) => Serve(parsed.GetValue(urls)!, cancellation));
    }

    private static async Task<int> Serve(string urls, CancellationToken cancellation)
    {
        await using var app = WebApplication.CreateBuilder(["--urls", urls]).Build();
        app.MapGet("/readyz", () => Results.Ok());
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
