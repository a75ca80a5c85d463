using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Shapes;

/// <summary>
/// What is wrong with a body, as Discord tells it: a tree of the fields, with the errors at its ends. What Discord lets pass, though no client should send it, is noted and not refused.
/// </summary>
internal sealed class FormErrors
{
    private readonly JsonObject tree = [];
    private readonly List<string> all = [];

    /// <summary>Discord refuses it.</summary>
    public bool Any => tree.Count > 0;

    /// <summary>Each as a line, with what is only noted.</summary>
    public IReadOnlyList<string> Lines => all;

    /// <param name="path">Parted by points; empty for the whole.</param>
    public void Add(string path, string code, string message)
    {
        all.Add($"{path}: {code} {message}");
        var at = tree;
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[name] is not JsonObject below)
            {
                at[name] = below = [];
            }

            at = below;
        }

        if (at["_errors"] is not JsonArray errors)
        {
            at["_errors"] = errors = [];
        }

        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Note(string path, string what) => all.Add($"{path}: {what}");

    public JsonObject Body() =>
        new()
        {
            ["message"] = "Invalid Form Body",
            ["code"] = 50035,
            ["errors"] = tree.DeepClone(),
        };
}
