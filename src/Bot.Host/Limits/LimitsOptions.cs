using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Limits;

/// <summary>How many questions a minute are taken from a chat platform. The console and the JSON door on this machine are not limited.</summary>
public sealed class LimitsOptions
{
    [Range(
        1,
        1_000_000,
        ErrorMessage = "`Limits:PerPerson` is questions a minute: write a whole number from 1 to 1,000,000, or set `Limits:Off` to true."
    )]
    public int PerPerson { get; set; } = 20;

    [Range(
        1,
        1_000_000,
        ErrorMessage = "`Limits:PerCommunity` is questions a minute: write a whole number from 1 to 1,000,000, or set `Limits:Off` to true."
    )]
    public int PerCommunity { get; set; } = 600;

    /// <summary>No limits at all.</summary>
    public bool Off { get; set; }
}
