using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Discord.Shapes;

/// <summary>Commands as they may be registered (<see href="https://discord.com/developers/docs/interactions/application-commands"/>).</summary>
internal static partial class CommandShapes
{
    private static readonly Field[] Named =
    [
        new("name", new Text(32, 1), Required: true),
        new("name_localizations", new Whatever()),
        new("description_localizations", new Whatever()),
    ];

    private static readonly Field Described = new("description", new Text(100, 1), Required: true);

    private static readonly Shape Choices = new List(
        new Fields(
            new Field("name", new Text(100, 1), Required: true),
            new Field("name_localizations", new Whatever()),
            new Field("value", new Whatever(), Required: true)
        ),
        25
    );

    private static readonly Shape Option = new Fields([
        .. Named,
        Described,
        new Field("type", new Whole(1, 11), Required: true),
        new Field("required", new YesNo()),
        new Field("choices", Choices),
        new Field("options", new List(new Later(() => Option!), 25)),
        new Field("channel_types", new List(new Whole(0, 16), 17)),
        new Field("min_value", new Whatever()),
        new Field("max_value", new Whatever()),
        new Field("min_length", new Whole(0, 6_000)),
        new Field("max_length", new Whole(1, 6_000)),
        new Field("autocomplete", new YesNo()),
    ]);

    private static readonly Field[] Command =
    [
        .. Named,
        new("type", new Whole(1, 3)),
        new("default_member_permissions", new Digits()),
        new("nsfw", new YesNo()),
    ];

    private static readonly Field[] Everywhere =
    [
        new("contexts", new List(new Whole(0, 2), 3, 1)),
        new("integration_types", new List(new Whole(0, 1), 2, 1)),
    ];

    /// <param name="inGuild">Where it works is then given by the guild.</param>
    public static void Check(JsonObject command, bool inGuild, FormErrors errors)
    {
        var isSlash = ((int?)command["type"] ?? 1) == 1;
        Field[] fields =
        [
            .. Command,
            .. inGuild ? [] : Everywhere,
            .. isSlash ? [Described, new Field("options", new List(Option, 25))] : Array.Empty<Field>(),
        ];
        new Fields(fields).Check(command, "", errors);
        if (isSlash)
        {
            Name(command, "", errors);
            Options(command["options"] as JsonArray ?? [], "options", errors);
            if (Length(command) > 8_000)
            {
                errors.Add("", "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
            }
        }
    }

    private static void Options(JsonArray options, string path, FormErrors errors)
    {
        var all = options.OfType<JsonObject>().ToList();
        foreach (var (n, option) in all.Index())
        {
            Name(option, $"{path}.{n}.", errors);
            if (
                option["autocomplete"] is JsonValue complete
                && complete.TryGetValue(out bool completed)
                && completed
                && option["choices"] is JsonArray { Count: > 0 }
            )
            {
                errors.Add(
                    $"{path}.{n}",
                    "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
                    "Choices and autocomplete exclude each other."
                );
            }

            Options(option["options"] as JsonArray ?? [], $"{path}.{n}.options", errors);
        }

        if (all.Select(option => (string?)option["name"]).Distinct().Count() != all.Count)
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option names must be unique.");
        }

        var required = all.Select(option => option["required"]?.ToJsonString() == "true").ToList();
        if (required.Zip(required.Skip(1)).Any(pair => !pair.First && pair.Second))
        {
            errors.Add(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
        }
    }

    private static void Name(JsonObject named, string path, FormErrors errors)
    {
        var name = named["name"]?.ToString() ?? "";
        if (!NameIs().IsMatch(name) || name.Any(c => char.ToLowerInvariant(c) != c))
        {
            errors.Add($"{path}name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    private static int Length(JsonObject command) =>
        Text(command["name"])
        + Text(command["description"])
        + (command["choices"] as JsonArray ?? []).Sum(choice => Text(choice?["name"]) + Text(choice?["value"]))
        + (command["options"] as JsonArray ?? []).OfType<JsonObject>().Sum(Length);

    private static int Text(JsonNode? node) => node?.ToString().Length ?? 0;

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}\z")]
    private static partial Regex NameIs();
}
