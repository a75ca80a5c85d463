using System.CommandLine;
using Bot.Knowledge.Lexicons;

namespace Bot.Benchmarks.Communities;

/// <summary><c>communities</c>: what a community over a shared base takes, to keep, to change, to ask and to bring over to a new base.</summary>
internal sealed class CommunitiesVerb : Command
{
    private readonly Option<int> communities = new("--communities")
    {
        Description = "How many communities.",
        HelpName = "N",
        DefaultValueFactory = _ => 10_000,
    };
    private readonly Option<int> own = new("--own")
    {
        Description = "Facts of each; every tenth changes one of the base.",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
    };
    private readonly Option<int> facts = new("--base")
    {
        Description = "Facts of the base.",
        HelpName = "N",
        DefaultValueFactory = _ => 1_000,
    };

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
