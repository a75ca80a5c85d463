using System.Diagnostics;
using Bot.Core.Journal;
using Bot.Core.Questions;

namespace Bot.Testing.Fuzz;

/// <summary>An input that broke a promise.</summary>
public sealed record Failure(int Number, ISurface Surface, Fault Fault, IReadOnlyList<string> Texts)
{
    public override string ToString() =>
        $"input {Number} ({Surface.Name}): {Fault.Promise} {Fault.Detail}\n{string.Join('\n', Texts.Select(text => $"    {Escaped(text)}"))}";

    private static string Escaped(string text) =>
        '"' + string.Concat(text.Select(c => c is >= ' ' and <= '~' and not ('"' or '\\') ? c.ToString() : $"\\u{(int)c:X4}")) + '"';
}

/// <summary>One input after the other, each by its number: the same number under the same seed is the same input.</summary>
/// <param name="bound">No input may take longer.</param>
public sealed class FuzzRun(int seed, IReadOnlyList<ISurface> surfaces, TimeSpan bound)
{
    /// <summary>So many tries are made to make a failing input smaller, and for so long.</summary>
    private const int Shrinkings = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IReadOnlyList<ISurface> Surfaces { get; } = surfaces;

    /// <summary>All that needs no files: lines, what completes them, and documents.</summary>
    public static IReadOnlyList<ISurface> InMemory(Shelf shelf, Lexicon lexicon, TimeProvider time)
    {
        List<StorySnapshot> stories = [.. shelf.Now.Stories.Values];
        List<LineSurface> lines = [.. stories.Select(story => new LineSurface(story, shelf, time))];
        return
        [
            .. lines,
            .. stories.Zip(lines, (story, line) => new CompletionSurface(story, line)),
            new DocumentSurface(stories, lexicon, time),
        ];
    }

    /// <param name="surface">The number of the surface it went to.</param>
    /// <param name="time">How long it took.</param>
    public Failure? Try(int number, out int surface, out TimeSpan time)
    {
        var draw = new Draw(seed, number);
        surface = Choose(draw);
        var place = Surfaces[surface];
        var texts = place.Make(draw);
        var fault = Timed(place, texts, out time);
        return fault is null ? null : new Failure(number, place, fault, texts);
    }

    private int Choose(Draw draw)
    {
        var ticket = draw.Below(Surfaces.Sum(surface => surface.Share));
        for (var at = 0; ; at++)
        {
            ticket -= Surfaces[at].Share;
            if (ticket < 0)
            {
                return at;
            }
        }
    }

    /// <summary>What else goes on here may hold an input up once; one that is slow is slow again.</summary>
    private Fault? Timed(ISurface surface, IReadOnlyList<string> texts, out TimeSpan time)
    {
        var fault = Once(surface, texts, out time);
        if (fault is null && time > bound)
        {
            fault = Once(surface, texts, out time);
        }

        return fault ?? (time > bound ? new Fault("Each input takes a bounded time.", $"It took {time.TotalMilliseconds:N0} ms.") : null);
    }

    private static Fault? Once(ISurface surface, IReadOnlyList<string> texts, out TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return surface.Feed(texts);
        }
#pragma warning disable CA1031 // Any exception at all is what is looked for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            var at = new StackTrace(thrown).GetFrame(0)?.GetMethod();
            return new Fault(
                $"Nothing throws, and {thrown.GetType().Name} was thrown in {at?.DeclaringType?.Name}.{at?.Name}.",
                thrown.Message
            );
        }
        finally
        {
            time = Stopwatch.GetElapsedTime(started);
        }
    }

    /// <summary>Leaves out of each text whatever the fault does not need.</summary>
    public Failure Small(Failure failure)
    {
        var (left, started) = (Shrinkings, Stopwatch.GetTimestamp());
        for (var which = 0; which < failure.Texts.Count; which++)
        {
            for (var part = (failure.Texts[which].Length + 1) / 2; part > 0; part /= 2)
            {
                for (
                    var at = 0;
                    at + part <= failure.Texts[which].Length && left > 0 && Stopwatch.GetElapsedTime(started) < Patience;
                    left--
                )
                {
                    List<string> texts = [.. failure.Texts];
                    texts[which] = texts[which].Remove(at, part);
                    var fault = Timed(failure.Surface, texts, out _);
                    var same = fault?.Promise == failure.Fault.Promise;
                    failure = same ? failure with { Fault = fault!, Texts = texts } : failure;
                    at += same ? 0 : part;
                }
            }
        }

        return failure;
    }
}
