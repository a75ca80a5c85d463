namespace Bot.StandIn;

/// <summary>What jo sees of the bot, printed when it changes.</summary>
internal sealed class Screen(IPlatformAtHand platform)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);

    /// <summary>Until it is cancelled, and what is asked then is answered or too late.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested || platform.IsWaiting)
        {
            Show();
            await Task.Delay(Often, TimeProvider.System, CancellationToken.None);
        }

        Show();
    }

    private void Show()
    {
        foreach (var (what, text) in platform.Seen())
        {
            if (shown.GetValueOrDefault(what) != text)
            {
                shown[what] = text;
                if (text.Length > 0)
                {
                    Console.WriteLine(text);
                }
            }
        }
    }
}
