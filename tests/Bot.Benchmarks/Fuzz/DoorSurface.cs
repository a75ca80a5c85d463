using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Core.Journal;
using Bot.Testing.Fuzz;

namespace Bot.Benchmarks.Fuzz;

/// <summary>Bodies sent to <c>POST /api/ask</c> of the built program: good JSON around odd questions, JSON cut and spliced, and bytes.</summary>
internal sealed class DoorSurface(Uri address, StorySnapshot story) : ISurface, IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly IReadOnlyList<string> questions = LineSurface.Questions(story);
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    public string Name => "POST /api/ask";
    public int Share => 2;

    public IReadOnlyList<string> Make(Draw draw)
    {
        var question = draw.Chance(30) ? OddText.Make(draw) : Edits.Of(draw, draw.Of(questions));
        var body = JsonSerializer.Serialize(new { question });
        var at = draw.Below(body.Length);
        return
        [
            draw.Below(6) switch
            {
                0 => body[..at],
                1 => body.Insert(at, OddText.Make(draw)),
                2 => OddText.Make(draw),
                _ => body,
            },
        ];
    }

    public Fault? Feed(IReadOnlyList<string> texts)
    {
        // What fits into one byte a character is sent so: mostly no UTF-8.
        var body = texts[0].All(c => c <= '\u00FF') ? Encoding.Latin1.GetBytes(texts[0]) : Encoding.UTF8.GetBytes(texts[0]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        using var response = http.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var (status, said) = ((int)response.StatusCode, reader.ReadToEnd());
        return status >= 500 ? new Fault("No body is the program's fault.", $"{status}: {said}")
            : string.IsNullOrWhiteSpace(said) ? new Fault("A response says something.", $"{status}")
            : status == 200 && Bare(said) is { } bare ? new Fault("A fact has a source.", bare)
            : null;
    }

    public void Dispose() => http.Dispose();

    private static string? Bare(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return
            json.RootElement.GetProperty("text").GetString()!.Length == 0
            || json.RootElement.GetProperty("facts").EnumerateArray().Any(fact => fact.GetProperty("sources").GetArrayLength() == 0)
            ? answer
            : null;
    }
}
