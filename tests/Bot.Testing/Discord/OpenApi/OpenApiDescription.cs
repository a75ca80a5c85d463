using System.Text.Json.Nodes;
using Bot.Testing.Discord.Shapes;

namespace Bot.Testing.Discord.OpenApi;

/// <summary>Discord's own description of its API, where it is at hand: it is not kept here.</summary>
public sealed class OpenApiDescription
{
    /// <summary>The file, where it is not beside the repository.</summary>
    public const string Variable = "DATELINE_DISCORD_OPENAPI";

    private static readonly Lazy<OpenApiDescription?> Found = new(() =>
        Files().FirstOrDefault(File.Exists) is { } file ? new(JsonNode.Parse(File.ReadAllText(file))!) : null
    );

    private readonly JsonNode paths;
    private readonly OpenApiCheck check;

    private OpenApiDescription(JsonNode description)
    {
        paths = description["paths"]!;
        check = new OpenApiCheck(description["components"]!["schemas"]!.AsObject());
    }

    /// <summary>Null where it is not.</summary>
    public static OpenApiDescription? AtHand => Found.Value;

    internal void Check(StandInCall call, FormErrors errors)
    {
        if (
            paths[call.Template]?[call.Method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["schema"]
            is not { } schema
        )
        {
            errors.Note("", "The description knows no body there.");
            return;
        }

        foreach (var wrong in check.Wrong(call.Body, schema, ""))
        {
            errors.Note(wrong.Path, $"By Discord's description: {wrong.What}.");
        }
    }

    /// <summary>What of an answer of the stand-in's own is not as Discord describes it.</summary>
    public IReadOnlyList<string> WrongWith(string schema, JsonNode answer) =>
        [
            .. check
                .Wrong(JsonNode.Parse(answer.ToJsonString()), new JsonObject { ["$ref"] = $"#/components/schemas/{schema}" }, "")
                .Select(wrong => $"{wrong.Path}: {wrong.What}"),
        ];

    private static IEnumerable<string> Files() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? [named]
            : [Path.GetFullPath(Repository.Folder("..", "shared", "platforms", "discord-openapi.json"))];
}
