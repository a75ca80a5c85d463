using System.CommandLine;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Communities;

/// <summary><c>communities</c>: what a community over a shared base takes, to keep, to change, to ask and to bring over to a new base.</summary>
internal sealed class CommunitiesVerb : Command
{
    private readonly NumberOption communities = new("--communities", "How many communities.", usual: 10_000);
    private readonly NumberOption own = new("--own", "Facts of each; every tenth changes one of the base.", usual: 50);
    private readonly NumberOption facts = new("--base", "Facts of the base.", usual: 1_000);

    public CommunitiesVerb()
        : base("communities", "Measure communities with facts of their own over one base.")
    {
        Add(communities);
        Add(own);
        Add(facts);
        SetAction((parsed, cancellation) => Measure(parsed, cancellation));
    }

    private async Task<int> Measure(ParseResult parsed, CancellationToken cancellation)
    {
        var lexicon = ShippedLexicon.Read();
        await new ManyCommunities(communities: 200, parsed.GetValue(own), parsed.GetValue(facts), lexicon).Run(cancellation);
        var many = new ManyCommunities(parsed.GetValue(communities), parsed.GetValue(own), parsed.GetValue(facts), lexicon);
        (await many.Run(cancellation)).Show();
        return 0;
    }
}
