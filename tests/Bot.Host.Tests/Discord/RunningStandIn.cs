using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.Host.Tests.Hosting;
using Bot.Testing.Discord.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Discord;

/// <summary>A stand-in for Discord with real connections: its Gateway, and the few calls that the Gateway needs.</summary>
internal sealed class RunningStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningStandIn(WebApplication app, Uri address, StandInApplication application)
    {
        this.app = app;
        Api = new Uri(address, "api/v10");
        Gateway = new StandInGateway(application, TimeProvider.System);
        Interactions = new StandInInteractions(Gateway, TimeProvider.System);
    }

    public Uri Api { get; }
    public StandInGateway Gateway { get; }
    public StandInInteractions Interactions { get; }

    /// <summary>Null: interactions come over the Gateway.</summary>
    public string? EndpointUrl { get; set; }

    public ConcurrentQueue<(string Channel, JsonNode Message)> Posted { get; } = [];

    /// <summary>Requests that were not expected.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = [];

    /// <summary>The settings that lead there.</summary>
    public (string, string)[] Settings =>
        [
            ("Discord:Mode", "gateway"),
            ("Discord:ApplicationId", Gateway.Application.ApplicationId),
            ("Discord:BotToken", Gateway.Application.Token),
            ("Discord:ApiBase", Api.ToString()),
        ];

    public static async Task<RunningStandIn> Start(CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(address.ToString());
        var standIn = new RunningStandIn(
            app,
            address,
            new StandInApplication { Gateway = new UriBuilder(address) { Scheme = "ws", Path = "/gateway/" }.Uri }
        );
        app.UseStandInGateway(standIn.Gateway);
        app.Run(standIn.Answer);
        await app.StartAsync(cancellation);
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.CloseAll(null);
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!["/api/v10/".Length..].Split('/'));
        var authorized = request.Headers.Authorization == $"Bot {Gateway.Application.Token}";
        switch (request.Method, path)
        {
            case ("GET", ["gateway", "bot"]) when authorized:
                await context.Response.WriteAsJsonAsync(Gateway.GatewayBot());
                break;
            case ("GET", ["applications", "@me"]) when authorized:
                await context.Response.WriteAsJsonAsync(
                    new JsonObject
                    {
                        ["id"] = Gateway.Application.ApplicationId,
                        ["name"] = "Dateline",
                        ["verify_key"] = new string('0', 64),
                        ["interactions_endpoint_url"] = EndpointUrl,
                        ["flags"] = 0,
                    }
                );
                break;
            case ("GET", ["applications", _, "commands"]) when authorized:
                await context.Response.WriteAsJsonAsync(new JsonArray());
                break;
            case ("POST", ["applications", _, "commands"]) when authorized:
                await context.Response.WriteAsJsonAsync(new JsonObject());
                break;
            case ("POST", ["interactions", var id, var token, "callback"]):
                var (status, code) = Interactions.Answer(id, token, (await JsonNode.ParseAsync(request.Body))!);
                context.Response.StatusCode = status;
                if (code != 0)
                {
                    await context.Response.WriteAsJsonAsync(new JsonObject { ["code"] = code, ["message"] = "refused" });
                }

                break;
            case ("POST", ["channels", var channel, "messages"]) when authorized:
                Posted.Enqueue((channel, (await JsonNode.ParseAsync(request.Body))!));
                await context.Response.WriteAsJsonAsync(new JsonObject { ["id"] = "1400000000000000001", ["channel_id"] = channel });
                break;
            default:
                Unexpected.Enqueue($"{request.Method} {request.Path}");
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
