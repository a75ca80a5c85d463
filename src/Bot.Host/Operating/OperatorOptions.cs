using System.ComponentModel.DataAnnotations;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Operating;

namespace Bot.Host.Operating;

/// <summary>How whoever runs the service is told what needs a person.</summary>
public sealed class OperatorOptions : IValidatableObject
{
    /// <summary><c>discord:GUILD/CHANNEL</c> or <c>slack:TEAM/CHANNEL</c>; empty: it stands in the log alone.</summary>
    public string Channel { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Channel.Length > 0 && Parse(Channel) is null)
        {
            yield return new ValidationResult(
                $"`Operator:Channel` is '{Channel}': write discord:SERVER/CHANNEL or slack:TEAM/CHANNEL with their ids, as in slack:T0123/C0456."
            );
        }
    }

    /// <summary><c>discord:GUILD/CHANNEL</c> or <c>slack:TEAM/CHANNEL</c>; null for what is neither.</summary>
    public static OperatorChannel? Parse(string text) =>
        text.Split('/', StringSplitOptions.TrimEntries) is [var community, { Length: > 0 } place]
        && community.Split(':') is ["discord" or "slack", { Length: > 0 } id]
        && (id + place).All(char.IsAsciiLetterOrDigit)
            ? new OperatorChannel(new CommunityId(community), new PlaceId(place))
            : null;
}
