using System.Text.Json.Nodes;
using Bot.Testing.Shapes;

namespace Bot.Testing.Discord.Shapes;

/// <summary>What is wrong with a body, as Discord tells it: a tree of the fields, with the errors at its ends.</summary>
internal sealed class FormErrors : ShapeErrors
{
    private readonly JsonObject tree = [];

    public JsonObject Body() =>
        new()
        {
            ["message"] = "Invalid Form Body",
            ["code"] = 50035,
            ["errors"] = tree.DeepClone(),
        };

    protected override void Tell(string path, string code, string message)
    {
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
}
