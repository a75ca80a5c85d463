using System.Text.Json.Nodes;

namespace Bot.Testing.Shapes;

/// <param name="Shape">Of what is not null.</param>
internal sealed record Field(string Name, Shape Shape, bool Required = false);

internal sealed record Fields(params Field[] All) : Shape
{
    public override void Check(JsonNode value, string path, ShapeErrors errors)
    {
        if (value is not JsonObject one)
        {
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }

        foreach (var unknown in one.Select(each => each.Key).Except(All.Select(field => field.Name)))
        {
            errors.Note(Below(unknown), "There is no such field here.");
        }

        foreach (var field in All)
        {
            if (one[field.Name] is { } given)
            {
                field.Shape.Check(given, Below(field.Name), errors);
            }
            else if (field.Required)
            {
                errors.Add(Below(field.Name), "BASE_TYPE_REQUIRED", "This field is required");
            }
        }

        string Below(string name) => path.Length == 0 ? name : $"{path}.{name}";
    }
}
