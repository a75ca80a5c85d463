using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Limits;

/// <summary>How often may be asked on the platforms, in each process.</summary>
public sealed class LimitsOptions
{
    /// <summary>Questions and other look-ups of one person within a minute.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "`Limits:PerPerson` is how often one person may ask within a minute: write 1 or more.")]
    public int PerPerson { get; set; } = 20;

    /// <summary>The same of everybody in a server or workspace together.</summary>
    [Range(
        1,
        int.MaxValue,
        ErrorMessage = "`Limits:PerCommunity` is how often a server or workspace may ask within a minute: write 1 or more."
    )]
    public int PerCommunity { get; set; } = 600;

    /// <summary>Whether everybody may ask as often as they like.</summary>
    public bool Off { get; set; }
}
