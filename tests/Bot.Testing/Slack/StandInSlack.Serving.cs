using System.Globalization;
using Bot.Testing.Slack.Blocks;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Slack;

/// <content>From a request to its answer: kept, then what a script wants, then what is wrong with it, then what it asks for.</content>
public sealed partial class StandInSlack
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json; charset=utf-8";

    private async Task Serve(HttpContext context, string method, Func<SlackCall, SlackReply> answer)
    {
        var call = await SlackCall.Read(context.Request, method, Time.GetUtcNow());
        call = call with
        {
            Arguments = methods.GetValueOrDefault(method)?.Arguments(call) ?? [],
            By = Locked(() => World.Installations.FirstOrDefault(each => each.Token == call.Token)),
        };
        var fault = Locked(() => Came(call));
        var reply = fault switch
        {
            SlackFault.Dropped { Done: false } => null,
            SlackFault.Limited limited => SlackLimits.Refusal(limited.Wait),
            SlackFault.Disturbed { Done: false } disturbed => Page(disturbed.Status),
            SlackFault.Refused { Done: false } refused => SlackReply.Error(refused.Code),
            _ => Locked(() => answer(call)),
        };
        if (fault is SlackFault.Slow slow)
        {
            var over = Task.Delay(slow.By, Time, context.RequestAborted);
            Interlocked.Increment(ref heldBack);
            await over.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Interlocked.Decrement(ref heldBack);
        }

        if (fault is SlackFault.Dropped)
        {
            context.Abort();
            return;
        }

        await Write(
            context,
            fault switch
            {
                SlackFault.Disturbed { Done: true } disturbed => Page(disturbed.Status),
                SlackFault.Refused { Done: true } refused => SlackReply.Error(refused.Code),
                _ => reply!,
            }
        );
    }

    private static SlackReply Page(int status) => new(status, null, "<html>Something went wrong</html>");

    private SlackFault? Came(SlackCall call)
    {
        calls.Add(call);
        var fault = faults.Find(each => each.When?.Invoke(call) ?? true);
        if (fault is not null)
        {
            faults.Remove(fault);
        }

        return fault;
    }

    private SlackReply Answer(SlackCall call)
    {
        if (!methods.TryGetValue(call.Method, out var method))
        {
            Violate(call, "there is no such method");
            return SlackReply.Error("unknown_method");
        }

        if (Refuse(call, method) is { } refused)
        {
            return refused;
        }

        if (Who(call, method) is { } problem)
        {
            return SlackReply.Error(problem);
        }

        var reply = Limits.Count(call, method) ?? Lacking(call, method) ?? Checked(call, method);
        return method.Token != SlackToken.Bot || call.By is not { } by
            ? reply
            : reply with
            {
                Headers =
                [
                    .. reply.Headers,
                    ("x-oauth-scopes", string.Join(',', by.Scopes)),
                    ("x-accepted-oauth-scopes", string.Join(',', method.Scopes(call))),
                ],
            };
    }

    /// <summary>What is wrong with the request before it is looked what it says.</summary>
    private SlackReply? Refuse(SlackCall call, SlackMethod method)
    {
        var isForm = call.ContentType == Form;
        var problem =
            call.Verb != "POST" ? $"asked for by {call.Verb}"
            : call.HasQuery ? "something stands in the query, where it is logged"
            : !isForm && (method.IsRead || call.ContentType != Json) ? $"a body of type '{call.ContentType}'"
            : !isForm && call.Json is null ? "no JSON"
            : null;
        if (problem is not null)
        {
            Violate(call, problem);
            return SlackReply.Error("invalid_post_type");
        }

        if (call.Form.ContainsKey("token"))
        {
            Violate(call, "the token stands in the body");
        }

        return null;
    }

    /// <returns>Why the token is not taken; null where it is.</returns>
    private string? Who(SlackCall call, SlackMethod method)
    {
        switch (method.Token)
        {
            case SlackToken.None:
                return null;
            case SlackToken.App when call.Token != App.AppToken:
                Violate(call, "another token than the app's own");
                return "not_allowed_token_type";
            case SlackToken.App:
                return null;
            case SlackToken.Bot when call.Token is null:
                Violate(call, "without a token");
                return "not_authed";
        }

        return call.By switch
        {
            null => "invalid_auth",
            { IsRevoked: true } => "token_revoked",
            { Expires: { } expires } when expires <= call.At => "token_expired",
            _ => null,
        };
    }

    private static SlackReply? Lacking(SlackCall call, SlackMethod method)
    {
        if (call.By is not { } by || method.Scopes(call).Except(by.Scopes).ToList() is not [_, ..] missing)
        {
            return null;
        }

        var refused = SlackReply.Error("missing_scope");
        refused.Json!["needed"] = string.Join(',', missing);
        refused.Json["provided"] = string.Join(',', by.Scopes);
        return refused;
    }

    private SlackReply Checked(SlackCall call, SlackMethod method)
    {
        var errors = new SlackErrors();
        method.Takes.Check(call.Arguments, "", errors);
        method.Check?.Invoke(call.Arguments, errors);
        foreach (var line in errors.Lines)
        {
            Violate(call, line);
        }

        return errors.Any ? errors.Reply() : method.Answer(call);
    }

    private async Task Write(HttpContext context, SlackReply reply)
    {
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers["x-slack-req-id"] = Interlocked.Increment(ref requests).ToString("x8", CultureInfo.InvariantCulture);
        context.Response.ContentType = reply.Json is null ? "text/plain; charset=utf-8" : Json;
        await context.Response.WriteAsync(reply.Json?.ToJsonString() ?? reply.Text ?? "", context.RequestAborted);
    }
}
