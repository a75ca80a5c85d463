namespace Bot.Testing.Shapes;

/// <summary>What is wrong with a body. What the platform lets pass, though no client should send it, is noted and not refused.</summary>
internal abstract class ShapeErrors
{
    private readonly List<string> all = [];

    /// <summary>The platform refuses it.</summary>
    public bool Any { get; private set; }

    /// <summary>Each as a line, with what is only noted.</summary>
    public IReadOnlyList<string> Lines => all;

    /// <param name="path">Parted by points; empty for the whole.</param>
    /// <param name="code">Where the platform has codes for it.</param>
    public void Add(string path, string code, string message)
    {
        Any = true;
        all.Add($"{path}: {code} {message}");
        Tell(path, code, message);
    }

    public void Note(string path, string what) => all.Add($"{path}: {what}");

    /// <summary>In the words of the platform's answer.</summary>
    protected abstract void Tell(string path, string code, string message);
}
