using System.Text;
using Bot.Core.Facts;

namespace Bot.Knowledge;

/// <summary>A file as text, with the path its problems name it by.</summary>
internal sealed record TextFile(string Path, string Text)
{
    private const int Largest = 4 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Place Start => new(Path, 1, 1);

    /// <summary>Reads a file with its line ends as <c>\n</c>; null after saying why it cannot be read.</summary>
    public static TextFile? Read(string location, string shown, List<Problem> problems)
    {
        try
        {
            var file = new FileInfo(location);
            if (file.Length > Largest)
            {
                problems.Add(new Problem(new Place(shown, 1, 1), $"The file is larger than {Largest / (1024 * 1024)} MB: split it."));
                return null;
            }

            return Decode(File.ReadAllBytes(location), shown, problems);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem(new Place(shown, 1, 1), $"The file cannot be opened: {failure.Message}"));
            return null;
        }
    }

    private static TextFile? Decode(byte[] bytes, string shown, List<Problem> problems)
    {
        try
        {
            var text = Strict.GetString(bytes).TrimStart('\uFEFF');
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                problems.Add(
                    new Problem(new Place(shown, 1, 1), "The file holds bytes of value zero, so it is no text: save it as UTF-8 text.")
                );
                return null;
            }

            return new TextFile(shown, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        }
        catch (DecoderFallbackException foreign)
        {
            var before = bytes.AsSpan(0, Math.Clamp(foreign.Index, 0, bytes.Length));
            var line = before.Count((byte)'\n') + 1;
            var column = before.Length - before.LastIndexOf((byte)'\n');
            problems.Add(new Problem(new Place(shown, line, column), "From here on the file is not UTF-8: save it as UTF-8 text."));
            return null;
        }
    }
}
