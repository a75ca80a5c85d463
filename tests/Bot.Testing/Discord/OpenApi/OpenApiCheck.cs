using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Testing.Discord.OpenApi;

/// <summary>
/// A value against a schema, as far as Discord's description uses them. Stricter than a schema: a field that none names is wrong. Looser in one thing, as the description
/// itself says: digits in a string are a whole number too.
/// </summary>
internal sealed class OpenApiCheck(JsonObject schemas)
{
    /// <summary>In the documentation, and not in the description.</summary>
    private static readonly string[] DocumentedOnly = ["nsfw", "file_types"];

    public IReadOnlyList<Fault> Wrong(JsonNode? value, JsonNode schema, string path)
    {
        var faults = new List<Fault>();
        Check(value, schema.AsObject(), path, faults);
        return faults;
    }

    internal sealed record Fault(string Path, string What);

    private void Check(JsonNode? value, JsonObject schema, string path, List<Fault> faults)
    {
        if ((string?)schema["$ref"] is { } name)
        {
            Check(value, schemas[name.Split('/')[^1]]!.AsObject(), path, faults);
            return;
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray variants)
        {
            faults.AddRange(Best(value, variants, path));
        }

        foreach (var part in schema["allOf"] as JsonArray ?? [])
        {
            Check(value, part!.AsObject(), path, faults);
        }

        if (!IsOfType(value, schema["type"]))
        {
            faults.Add(new Fault(path, $"must be {schema["type"]!.ToJsonString()}"));
            return;
        }

        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value))
        {
            faults.Add(new Fault(path, $"must be {only.ToJsonString()}"));
        }

        if (schema["enum"] is JsonArray all && !all.Any(each => JsonNode.DeepEquals(each, value)))
        {
            faults.Add(new Fault(path, $"must be one of {all.ToJsonString()}"));
        }

        switch (value)
        {
            case JsonObject one:
                Object(one, schema, path, faults);
                break;
            case JsonArray list:
                List(list, schema, path, faults);
                break;
            case JsonValue text when text.GetValueKind() == JsonValueKind.String:
                Text(text.ToString(), schema, path, faults);
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                Between(number.Deserialize<double>(), schema, "minimum", "maximum", path, faults);
                break;
        }
    }

    /// <summary>The one whose type it is, else the one that fits best.</summary>
    private IReadOnlyList<Fault> Best(JsonNode? value, JsonArray variants, string path) =>
        variants
            .Select(each => each!.AsObject())
            .Select(variant => (IsNamed: IsTypeOf(value, variant), Faults: Wrong(value, variant, path)))
            .OrderByDescending(each => each.IsNamed)
            .ThenBy(each => each.Faults.Count)
            .First()
            .Faults;

    private bool IsTypeOf(JsonNode? value, JsonObject variant)
    {
        var schema = (string?)variant["$ref"] is { } name ? schemas[name.Split('/')[^1]]! : variant;
        return value is JsonObject one
            && one["type"] is { } type
            && schema["properties"]?["type"]?["enum"] is JsonArray types
            && types.Any(each => JsonNode.DeepEquals(each, type));
    }

    private static bool IsOfType(JsonNode? value, JsonNode? types)
    {
        var names = types switch
        {
            null => null,
            JsonArray several => several.Select(each => (string?)each).ToList(),
            _ => [(string?)types],
        };
        return names is null
            || names.Exists(name =>
                name switch
                {
                    "null" => value is null,
                    "object" => value is JsonObject,
                    "array" => value is JsonArray,
                    "string" => value?.GetValueKind() == JsonValueKind.String,
                    "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
                    "integer" => value is JsonValue number
                        && (
                            number.TryGetValue(out long _)
                            || (number.TryGetValue(out string? text) && text.Length > 0 && text.All(char.IsAsciiDigit))
                        ),
                    _ => value?.GetValueKind() == JsonValueKind.Number,
                }
            );
    }

    private void Object(JsonObject one, JsonObject schema, string path, List<Fault> faults)
    {
        var named = schema["properties"] as JsonObject;
        foreach (var (key, value) in one)
        {
            var below = path.Length == 0 ? key : $"{path}.{key}";
            if (named?[key] is JsonObject property)
            {
                Check(value, property, below, faults);
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                Check(value, other, below, faults);
            }
            else if (named is not null && !DocumentedOnly.Contains(key))
            {
                faults.Add(new Fault(below, "no such field is described"));
            }
        }

        foreach (var missing in (schema["required"] as JsonArray ?? []).Select(each => (string)each!).Where(key => !one.ContainsKey(key)))
        {
            faults.Add(new Fault(path.Length == 0 ? missing : $"{path}.{missing}", "is required"));
        }
    }

    private void List(JsonArray list, JsonObject schema, string path, List<Fault> faults)
    {
        Between(list.Count, schema, "minItems", "maxItems", path, faults);
        if (schema["uniqueItems"]?.ToJsonString() == "true" && list.Select(each => each?.ToJsonString()).Distinct().Count() != list.Count)
        {
            faults.Add(new Fault(path, "holds something twice"));
        }

        foreach (var (n, each) in list.Index().Where(_ => schema["items"] is not null))
        {
            Check(each, schema["items"]!.AsObject(), $"{path}.{n}", faults);
        }
    }

    private static void Text(string text, JsonObject schema, string path, List<Fault> faults)
    {
        Between(text.Length, schema, "minLength", "maxLength", path, faults);
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            faults.Add(new Fault(path, $"must be like {pattern}"));
        }

        var isWell = (string?)schema["format"] switch
        {
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
            _ => true,
        };
        if (!isWell)
        {
            faults.Add(new Fault(path, $"is no {schema["format"]}"));
        }
    }

    private static void Between(double value, JsonObject schema, string least, string most, string path, List<Fault> faults)
    {
        if (
            (schema[least] is { } low && value < low.Deserialize<double>())
            || (schema[most] is { } high && value > high.Deserialize<double>())
        )
        {
            faults.Add(new Fault(path, $"{least} {schema[least]?.ToJsonString()}, {most} {schema[most]?.ToJsonString()}"));
        }
    }
}
