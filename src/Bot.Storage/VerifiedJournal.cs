namespace Bot.Storage;

/// <summary>What a check of the journal found.</summary>
/// <param name="Events">How many events were looked at.</param>
/// <param name="Problems">A sentence for each; none when the journal holds.</param>
/// <param name="Packed">How many of the events are packed, too, and were compared with that.</param>
public sealed record VerifiedJournal(long Events, IReadOnlyList<string> Problems, long Packed = 0);
