namespace Bot.Testing.Fuzz;

/// <summary>The chances of one input: the same for the same seed and number, whatever ran before.</summary>
public sealed class Draw(int seed, int number)
{
    private readonly Random random = new(unchecked((seed * 0x2545F491) ^ (number * 0x61C88647)));

    /// <summary>A number from 0, less than <paramref name="count"/>.</summary>
    public int Below(int count) => random.Next(count);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool Chance(int percent) => random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
