using System.CommandLine;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Journals;

/// <summary><c>replay</c>: the part of <c>journal</c> that needs a process of its own.</summary>
internal sealed class ReplayVerb : Command
{
    public const string Verb = "replay";

    private readonly Argument<int> events = new("events");

    public ReplayVerb()
        : base(Verb, "Measure the replay of a journal.")
    {
        Hidden = true;
        Add(events);
        SetAction((parsed, cancellation) => new Replay(ShippedLexicon.Read()).Run(parsed.GetValue(events), cancellation));
    }
}
