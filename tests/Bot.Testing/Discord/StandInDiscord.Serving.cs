using System.Globalization;
using Bot.Testing.Discord.OpenApi;
using Bot.Testing.Discord.Shapes;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Discord;

/// <content>From a request to its answer: kept, then what a script wants, then what is wrong with it, then what it asks for.</content>
public sealed partial class StandInDiscord
{
    private async Task Serve(HttpContext context, StandInRoute? route)
    {
        var call = await Read(context.Request, route);
        var fault = Locked(() => Came(call));
        switch (fault)
        {
            case Fault.Dropped { Done: false }:
                context.Abort();
                return;
            case Fault.Limited limited:
                await Write(context, StandInLimits.Refusal(limited.Wait, limited.Scope));
                return;
            case Fault.Edge edge:
                await Write(
                    context,
                    new Reply(429, "<html>error 1015</html>", "text/html")
                    {
                        Headers = edge.Wait is { } wait ? [("Retry-After", wait.TotalSeconds.ToString(CultureInfo.InvariantCulture))] : [],
                    }
                );
                return;
            case Fault.Disturbed disturbed:
                await Write(context, new Reply(disturbed.Status, "<html>bad gateway</html>", "text/html"));
                return;
        }

        var reply = Locked(() => Answer(call, route));
        if (fault is Fault.Dropped)
        {
            context.Abort();
            return;
        }

        if (fault is Fault.Slow slow)
        {
            var over = Task.Delay(slow.By, Time, context.RequestAborted);
            Interlocked.Increment(ref heldBack);
            await over.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref heldBack);
        }

        await Write(context, reply);
    }

    private async Task<StandInCall> Read(HttpRequest request, StandInRoute? route) =>
        await new StandInCall
        {
            At = Time.GetUtcNow(),
            Method = request.Method,
            Template = route?.Template ?? "",
            Path = request.Path,
            Values = request.RouteValues.ToDictionary(each => each.Key, each => each.Value?.ToString() ?? ""),
            Query = request.Query.ToDictionary(each => each.Key, each => each.Value.ToString()),
            Authorization = request.Headers.Authorization.Count == 0 ? null : request.Headers.Authorization.ToString(),
            UserAgent = request.Headers.UserAgent.ToString(),
        }.WithBody(request, request.HttpContext.RequestAborted);

    private Fault? Came(StandInCall call)
    {
        calls.Add(call);
        var fault = faults.Find(each => each.When?.Invoke(call) ?? true);
        if (fault is not null)
        {
            faults.Remove(fault);
        }

        return fault;
    }

    private Reply Answer(StandInCall call, StandInRoute? route)
    {
        if (Refuse(call, route) is { } refused)
        {
            return refused;
        }

        var (tooMany, headers) = Limits.Count(call);
        return tooMany ?? Checked(call, route!) with { Headers = headers };
    }

    /// <summary>What is wrong before it is looked what is asked for.</summary>
    private Reply? Refuse(StandInCall call, StandInRoute? route)
    {
        if (!call.UserAgent.StartsWith("DiscordBot (http", StringComparison.Ordinal))
        {
            Violate(call, $"'{call.UserAgent}' is no User-Agent of a bot");
            return Reply.Error(403, 40333, "internal network error");
        }

        if (route is null)
        {
            Violate(call, "there is no such path");
            return Reply.Error(404, 0, "404: Not Found");
        }

        if (route.IsTheBots && call.Authorization != $"Bot {Token}")
        {
            Violate(call, call.Authorization is null ? "without authorization" : "with another authorization than the bot's");
            return Reply.Error(401, 0, "401: Unauthorized");
        }

        if (!route.IsTheBots && call.Authorization is not null)
        {
            Violate(call, "the bot's token was shown where that of the interaction is enough");
        }

        return null;
    }

    private Reply Checked(StandInCall call, StandInRoute route)
    {
        if (call.Wrong is { } wrong)
        {
            Violate(call, $"the body is {wrong}");
            return Reply.Error(400, 50109, "The request body contains invalid JSON.");
        }

        if (call.Query.Keys.Except(route.Query).FirstOrDefault() is { } unknown)
        {
            Violate(call, $"nothing is known of '{unknown}' in the query");
            return Reply.Error(400, 50035, "Invalid Form Body");
        }

        if ((call.Body is null) != (route.Check is null))
        {
            Violate(call, call.Body is null ? "the body is missing" : "there is a body where none belongs");
            return Reply.Error(400, 50035, "Invalid Form Body");
        }

        var errors = new FormErrors();
        route.Check?.Invoke(call, errors);
        if (errors.Lines.Count == 0 && call.Body is not null && OpenApiDescription.AtHand is { } description)
        {
            Described++;
            description.Check(call, errors);
        }

        foreach (var line in errors.Lines)
        {
            Violate(call, line);
        }

        return errors.Any ? Reply.Json(errors.Body(), 400) : route.Answer(call);
    }

    private static async Task Write(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Body is { } body)
        {
            context.Response.ContentType = reply.Type;
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }
}
