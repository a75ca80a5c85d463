using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Testing.Discord.Shapes;

/// <summary>What a value in a request must look like. Fields that are not named are noted: Discord passes them over, so that a misspelt one would go unseen.</summary>
internal abstract record Shape
{
    /// <summary>Notes all that is wrong, by path.</summary>
    public abstract void Check(JsonNode value, string path, FormErrors errors);

    /// <param name="Most">In UTF-16 code units, as is the least.</param>
    public sealed record Text(int Most, int Least = 0) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (value.GetValueKind() != JsonValueKind.String)
            {
                errors.Add(path, "STRING_TYPE_CONVERT", "This is no text.");
            }
            else if ((string)value! is var text && text.Length > Most)
            {
                errors.Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {Most} or fewer in length.");
            }
            else if (text.Trim().Length < Least)
            {
                errors.Add(path, "BASE_TYPE_MIN_LENGTH", $"Must be {Least} or more in length.");
            }
        }
    }

    public sealed record Whole(long Least, long Most) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (
                value.GetValueKind() != JsonValueKind.Number
                || !value.AsValue().TryGetValue(out long number)
                || number < Least
                || number > Most
            )
            {
                errors.Add(path, "NUMBER_TYPE_MAX", $"Must be a whole number from {Least} to {Most}.");
            }
        }
    }

    public sealed record YesNo : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (value.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            {
                errors.Add(path, "BOOLEAN_TYPE_CONVERT", "Must be true or false.");
            }
        }
    }

    /// <summary>Digits in a string.</summary>
    public sealed record Digits : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (value.GetValueKind() != JsonValueKind.String || (string)value! is not { Length: > 0 } text || !text.All(char.IsAsciiDigit))
            {
                errors.Add(path, "NUMBER_TYPE_COERCE", "Must be digits in a string.");
            }
        }
    }

    public sealed record Link(int Most = 2_048, bool OrFile = false) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            var isLink =
                value.GetValueKind() == JsonValueKind.String
                && (string)value! is var text
                && text.Length <= Most
                && Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && (uri.Scheme is "http" or "https" || (OrFile && uri.Scheme == "attachment"));
            if (!isLink)
            {
                errors.Add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
            }
        }
    }

    public sealed record List(Shape Of, int Most, int Least = 0) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (value is not JsonArray list)
            {
                errors.Add(path, "LIST_TYPE_CONVERT", "Must be a list.");
                return;
            }

            if (list.Count > Most || list.Count < Least)
            {
                errors.Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {Least} and {Most} in length.");
            }

            foreach (var (n, each) in list.Index())
            {
                Each(each, $"{path}.{n}", errors);
            }
        }

        private void Each(JsonNode? each, string path, FormErrors errors)
        {
            if (each is null)
            {
                errors.Add(path, "BASE_TYPE_REQUIRED", "This field is required");
            }
            else
            {
                Of.Check(each, path, errors);
            }
        }
    }

    /// <summary>One of several, by a field.</summary>
    public sealed record Kinds(string By, Dictionary<int, Shape> Of) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors)
        {
            if (value is JsonObject one && one[By] is JsonValue by && by.TryGetValue(out int kind) && Of.TryGetValue(kind, out var shape))
            {
                shape.Check(value, path, errors);
            }
            else
            {
                errors.Add(
                    path.Length == 0 ? By : $"{path}.{By}",
                    "BASE_TYPE_CHOICES",
                    $"Value must be one of {{{string.Join(", ", Of.Keys)}}}."
                );
            }
        }
    }

    /// <summary>Decided when it is asked, so that shapes can hold themselves.</summary>
    public sealed record Later(Func<Shape> Is) : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors) => Is().Check(value, path, errors);
    }

    public sealed record Whatever : Shape
    {
        public override void Check(JsonNode value, string path, FormErrors errors) { }
    }
}

/// <param name="Shape">Of what is not null.</param>
internal sealed record Field(string Name, Shape Shape, bool Required = false);

internal sealed record Fields(params Field[] All) : Shape
{
    public override void Check(JsonNode value, string path, FormErrors errors)
    {
        if (value is not JsonObject one)
        {
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return;
        }

        foreach (var unknown in one.Select(each => each.Key).Except(All.Select(field => field.Name)))
        {
            errors.Note(Below(unknown), "Discord knows no such field here.");
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
