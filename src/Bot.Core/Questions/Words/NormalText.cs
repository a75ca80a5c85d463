namespace Bot.Core.Questions.Words;

/// <summary>Texts as they are compared: the words that <see cref="TokenReader"/> reads, and nothing between them.</summary>
internal static class NormalText
{
    /// <summary>The words with a space between.</summary>
    public static string Of(string text) => string.Join(' ', Words(text));

    public static List<string> Words(string text)
    {
        Span<char> buffer = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text, buffer);
        var words = new List<string>();
        while (reader.Next())
        {
            words.Add(reader.Word.ToString());
        }

        return words;
    }
}
