using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Bot.Slack.Wire;
using Bot.Wire;

namespace Bot.Slack.Api;

/// <summary>
/// Answers interactions at the address that came with each (<see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>): five times within
/// 30 minutes, which is counted here too, so that the last one can say so.
/// </summary>
internal sealed class Responses(SlackClient client, TimeProvider time)
{
    public const int Most = 5;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Used> uses = new(StringComparer.Ordinal);

    /// <inheritdoc cref="RespondTo"/>
    public async Task<Outcome<NoContent>> Respond(ResponseUrl address, ResponseMessage message, CancellationToken cancellation)
    {
        if (SlackHosts.Hooks(address.Secret, client.Api) is not { } place)
        {
            return NotDone(
                new Failure.Refused(
                    0,
                    "no_hook",
                    "The address to answer at is not Slack's, so that nothing was sent there. Use the command again."
                )
            );
        }

        if (!Use(address))
        {
            return NotDone(new Envelope { Error = "used_url" }.Refusal(0, Method));
        }

        var body = SlackJson.Write(message);
        for (var over = time.GetUtcNow() + Patience; ; )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, place) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            switch (await client.SendTo(request, AnswerWithin, cancellation))
            {
                case Exchanged.Answered { Status: 429 } limited
                    when (RetryAfter.Of(limited.Headers) ?? TimeSpan.FromSeconds(1)) is var wait && time.GetUtcNow() + wait < over:
                    await Task.Delay(wait, time, cancellation);
                    break;
                case Exchanged.Answered answered:
                    return Judged(answered);
                case Exchanged.Lost lost:
                    return NotDone(lost.Why);
            }
        }
    }

    private const string Method = "an answer";

    /// <summary>The body is <c>ok</c>, or JSON that says so; the status tells first.</summary>
    private static Outcome<NoContent> Judged(Exchanged.Answered answered)
    {
        var envelope = Envelope.Read(answered.Body);
        return answered.Status is >= 200 and < 300 && envelope is not { Ok: false }
            ? new Outcome<NoContent>.Done(default)
            : NotDone((envelope ?? new Envelope { Error = Word(answered.Body) }).Refusal(answered.Status, Method));
    }

    /// <summary>An error may be a bare word.</summary>
    private static string Word(byte[] body) =>
        body.Length is > 0 and <= 100 && body.All(each => char.IsAsciiLetterLower((char)each) || each == '_')
            ? Encoding.ASCII.GetString(body)
            : "";

    private bool Use(ResponseUrl address)
    {
        var (now, key) = (time.GetUtcNow(), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(address.Secret))));
        lock (gate)
        {
            foreach (var (over, _) in uses.Where(each => each.Value.Until <= now).ToList())
            {
                uses.Remove(over);
            }

            var used = uses.TryGetValue(key, out var known) ? known : uses[key] = new Used(now + Life);
            return ++used.Times <= Most;
        }
    }

    private static Outcome<NoContent>.NotDone NotDone(Failure why) => new(why);

    private sealed class Used(DateTimeOffset until)
    {
        public DateTimeOffset Until => until;
        public int Times { get; set; }
    }
}
