using Bot.Core.Journal;

namespace Bot.Storage.Journals;

/// <summary>Checks the stored journal against its own rules: positions, versions, content hashes and each community's chain.</summary>
internal sealed class JournalVerifier
{
    private readonly Dictionary<string, string> chains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private long last;
    private long count;

    public VerifiedJournal Result => new(count, problems);

    public void Take(JournalRow row)
    {
        count++;
        Check(row.Position > last, $"Position {row.Position} stands after {last}.");
        last = Math.Max(last, row.Position);

        var version = versions.GetValueOrDefault(row.Stream);
        Check(row.Version == version + 1, $"Position {row.Position} is version {row.Version} of '{row.Stream}', which had {version}.");
        versions[row.Stream] = row.Version;

        // What was blanked cannot prove its content any more, but the chain still proves that there was some.
        var blanked = row.Event.IsBlanked && row.Reason.Length == 0;
        Check(
            blanked || row.ContentHash == HashChain.Content(row.Event.Content),
            $"The content of position {row.Position} is not what was written."
        );
        Check(
            row.ChainHash == HashChain.Next(chains.GetValueOrDefault(row.Community, HashChain.Start), row.ContentHash),
            $"The chain of '{row.Community}' breaks at position {row.Position}: it, or one before it, was changed or taken away."
        );
        chains[row.Community] = row.ChainHash;
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            problems.Add(otherwise);
        }
    }
}
