namespace Bot.Core.Communities;

/// <summary>Fills bytes that nobody can guess. The way in for randomness: a test gives bytes of its own.</summary>
public delegate void Randomness(Span<byte> bytes);
