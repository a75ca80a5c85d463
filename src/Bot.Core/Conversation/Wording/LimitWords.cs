using System.Globalization;
using Bot.Core.Communities;

namespace Bot.Core.Conversation.Wording;

/// <summary>What is said to somebody who has to wait.</summary>
internal static class LimitWords
{
    /// <returns>Null where nobody has to wait.</returns>
    public static string? Of(Admission admission) =>
        admission switch
        {
            Admission.TooOften often =>
                $"You asked {Times(often.Most)} within a minute, and more is not answered, so that others get their turn. Ask again {In(often.Left)}.",
            Admission.TooMany many =>
                $"People here asked {Times(many.Most)} within a minute, and more is not answered just now. Ask again {In(many.Left)}.",
            _ => null,
        };

    private static string Times(int most) => most == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{most} times");

    private static string In(TimeSpan left) =>
        Math.Max(1, (int)Math.Ceiling(left.TotalSeconds)) is var seconds && seconds == 1
            ? "in a second"
            : string.Create(CultureInfo.InvariantCulture, $"in {seconds} seconds");
}
