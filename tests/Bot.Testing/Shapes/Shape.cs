using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Testing.Shapes;

/// <summary>What a value in a request must look like. Fields that are not named are noted: platforms pass them over, so that a misspelt one would go unseen.</summary>
internal abstract record Shape
{
    /// <summary>Notes all that is wrong, by path.</summary>
    public abstract void Check(JsonNode value, string path, ShapeErrors errors);

    /// <param name="Most">In UTF-16 code units, as is the least.</param>
    /// <param name="Spaces">Spaces count for the least, too.</param>
    public sealed record Text(int Most, int Least = 0, bool Spaces = false) : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors)
        {
            if (value.GetValueKind() != JsonValueKind.String)
            {
                errors.Add(path, "STRING_TYPE_CONVERT", "This is no text.");
            }
            else if ((string)value! is var text && text.Length > Most)
            {
                errors.Add(path, "BASE_TYPE_MAX_LENGTH", $"Must be {Most} or fewer in length.");
            }
            else if ((Spaces ? text : text.Trim()).Length < Least)
            {
                errors.Add(path, "BASE_TYPE_MIN_LENGTH", $"Must be {Least} or more in length.");
            }
        }
    }

    public sealed record Whole(long Least, long Most) : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors)
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
        public override void Check(JsonNode value, string path, ShapeErrors errors)
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
        public override void Check(JsonNode value, string path, ShapeErrors errors)
        {
            if (value.GetValueKind() != JsonValueKind.String || (string)value! is not { Length: > 0 } text || !text.All(char.IsAsciiDigit))
            {
                errors.Add(path, "NUMBER_TYPE_COERCE", "Must be digits in a string.");
            }
        }
    }

    public sealed record Link(int Most = 2_048, bool OrFile = false) : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors)
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
        public override void Check(JsonNode value, string path, ShapeErrors errors)
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

        private void Each(JsonNode? each, string path, ShapeErrors errors)
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
    /// <param name="Of">By what the field says, as JSON.</param>
    public sealed record Kinds(string By, IReadOnlyDictionary<string, Shape> Of) : Shape
    {
        public Kinds(string by, IReadOnlyDictionary<int, Shape> of)
            : this(by, of.ToDictionary(each => each.Key.ToString(CultureInfo.InvariantCulture), each => each.Value)) { }

        public static Kinds Named(string by, IReadOnlyDictionary<string, Shape> of) =>
            new(by, of.ToDictionary(each => $"\"{each.Key}\"", each => each.Value));

        public override void Check(JsonNode value, string path, ShapeErrors errors)
        {
            if (value is JsonObject one && one[By] is { } by && Of.TryGetValue(by.ToJsonString(), out var shape))
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

    public sealed record OneOf(params string[] All) : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors)
        {
            if (value.GetValueKind() != JsonValueKind.String || !All.Contains((string)value!))
            {
                errors.Add(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", All)}}}.");
            }
        }
    }

    /// <summary>Decided when it is asked, so that shapes can hold themselves.</summary>
    public sealed record Later(Func<Shape> Is) : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors) => Is().Check(value, path, errors);
    }

    public sealed record Whatever : Shape
    {
        public override void Check(JsonNode value, string path, ShapeErrors errors) { }
    }
}
