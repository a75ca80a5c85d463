using Bot.Core.Digests;

namespace Bot.Testing.Digests.Clock;

/// <summary>What came of a run.</summary>
/// <param name="Due">How many times came at which a digest was due.</param>
/// <param name="Slots">What became of each that was claimed.</param>
/// <param name="Deaths">How often the process died.</param>
/// <param name="Asked">How often a platform was asked to post.</param>
/// <param name="Told">How often somebody was told that something failed.</param>
/// <param name="Wrong">What should not be, as sentences.</param>
public sealed record ClockReport(int Due, IReadOnlyList<Slot> Slots, int Deaths, int Asked, int Told, IReadOnlyList<string> Wrong)
{
    public void Show(TextWriter screen)
    {
        foreach (var cause in Enum.GetValues<Cause>().Where(cause => Slots.Any(slot => slot.Cause == cause)))
        {
            var slots = Slots.Where(slot => slot.Cause == cause).ToList();
            screen.WriteLine(
                $"{cause, -12} {slots.Count, 8:N0} slots, {slots.Sum(slot => slot.Missed), 6:N0} more that one of them did for"
            );
            foreach (var state in slots.GroupBy(slot => (slot.State, Why: Kind(slot))).OrderBy(group => group.Key))
            {
                screen.WriteLine($"  {state.Key.State, -10} {state.Count(), 8:N0}  {state.Key.Why}");
            }
        }

        screen.WriteLine($"Times of day that came: {Due:N0}. Tried more than once: {Slots.Count(slot => slot.Tries > 1):N0}.");
        screen.WriteLine(
            $"The process died {Deaths:N0} times; the platforms were asked {Asked:N0} times to post, and {Told:N0} times somebody was told of a failure."
        );
        foreach (var sentence in Wrong.Take(20))
        {
            screen.WriteLine($"WRONG: {sentence}");
        }

        screen.WriteLine(
            Wrong.Count == 0
                ? "Every time that came has one digest or one reason, and none was posted twice."
                : $"{Wrong.Count:N0} things are wrong."
        );
    }

    /// <summary>The beginning of the reason, without what differs from one to the next.</summary>
    private static string Kind(Slot slot) =>
        slot.State is SlotState.Skipped or SlotState.Unknown ? string.Join(' ', (slot.Why ?? "").Split(' ').Take(3)) : "";
}
