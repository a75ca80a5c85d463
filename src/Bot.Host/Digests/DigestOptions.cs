using System.ComponentModel.DataAnnotations;
using Bot.Core.Digests;

namespace Bot.Host.Digests;

/// <summary>How digests are dealt with.</summary>
public sealed class DigestOptions : IValidatableObject
{
    /// <summary>How late a digest is still sent that fell due while the service was away.</summary>
    public TimeSpan CatchUp { get; set; } = DigestRules.Default.CatchUp;

    /// <summary>How long a channel in which nothing can be posted is tried, before its digests are paused.</summary>
    public TimeSpan PauseAfter { get; set; } = DigestRules.Default.PauseAfter;

    /// <param name="grace">How long corrections wait everywhere.</param>
    internal DigestRules Rules(TimeSpan grace) => new(CatchUp, PauseAfter, grace);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (CatchUp < TimeSpan.FromMinutes(5))
        {
            yield return new ValidationResult(
                $"`Digests:CatchUp` is {CatchUp}: a restart takes longer than that. Write five minutes (00:05:00) or more."
            );
        }

        if (PauseAfter < TimeSpan.FromHours(1))
        {
            yield return new ValidationResult(
                $"`Digests:PauseAfter` is {PauseAfter}: nobody mends a permission in that time. Write an hour (01:00:00) or more."
            );
        }
    }
}
