namespace Bot.Host.Tests.Platforms;

/// <summary>Waits for what happens on the real clock.</summary>
internal static class Wait
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    public static async Task Until(Func<bool> holds, string what)
    {
        var end = TimeProvider.System.GetUtcNow() + Most;
        while (!holds())
        {
            if (TimeProvider.System.GetUtcNow() > end)
            {
                throw new ShouldAssertException($"Within {Most.TotalSeconds} seconds it did not come to pass that: {what}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
