using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Corrections;

/// <summary>What holds when facts are changed.</summary>
public sealed class ModerationOptions : IValidatableObject
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Whether retracting, confirming and erasing wait for a second moderator, in communities that did not choose for themselves.</summary>
    public bool SecondModerator { get; set; } = true;

    /// <summary>How long posts stay as they are after a change, so that one that is undone meanwhile disturbs nobody; and how long acts that nobody else is there to approve can be called off.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(5);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Grace < TimeSpan.Zero || Grace > Longest)
        {
            yield return new ValidationResult(
                $"`Moderation:Grace` is '{Grace}': write how long posts wait before they are corrected, from 00:00:00 to 1.00:00:00, as in 00:05:00."
            );
        }
    }
}
