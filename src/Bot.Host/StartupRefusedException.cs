namespace Bot.Host;

/// <summary>The service does not start, for reasons that somebody can mend: sentences, not stack traces.</summary>
public sealed class StartupRefusedException(IReadOnlyList<string> sentences) : Exception(string.Join(Environment.NewLine, sentences))
{
    public IReadOnlyList<string> Sentences => sentences;
}
