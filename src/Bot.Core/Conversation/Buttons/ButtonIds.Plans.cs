using Bot.Core.Digests;

namespace Bot.Core.Conversation.Buttons;

/// <content>A form on which digests are set up, with what was filled in: for platforms that close a form which was not taken.</content>
public sealed partial class ButtonIds
{
    private const string PlanVerb = Version + "plan:";
    private const char Between = '|';

    /// <summary>What is filled in has room, as long as the fields let it be: see <see cref="DigestForm"/>.</summary>
    internal static string Plan(Command.PlanDigest plan)
    {
        var typed = DigestForm
            .Fields.Select(field => plan.Typed?.GetValueOrDefault(field.Key, "").Replace(Between, ' ') ?? "")
            .Zip(DigestForm.Fields, (value, field) => value[..Math.Min(value.Length, field.Most)]);
        return PlanVerb + string.Join(Between, [plan.Which, .. typed]);
    }

    /// <summary>Null for a text that is none.</summary>
    private static Command.PlanDigest? ReadPlan(string text) =>
        text.Split(Between) is [var which, .. var values] && values.Length == DigestForm.Fields.Count
            ? new Command.PlanDigest(
                which.Length == 0 ? null : which,
                DigestForm.Fields.Zip(values, (field, value) => (field.Key, value)).ToDictionary(StringComparer.Ordinal)
            )
            : null;
}
