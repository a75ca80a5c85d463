using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Listeners;

/// <summary>Who may use the private listener.</summary>
public sealed class PrivateOptions
{
    /// <summary>Asked for on the private listener when it is set. Needed when that listener can be reached from other machines.</summary>
    [MinLength(16, ErrorMessage = "`Private:Key` is too short to keep anybody out: use at least 16 characters.")]
    public string? Key { get; set; }
}
