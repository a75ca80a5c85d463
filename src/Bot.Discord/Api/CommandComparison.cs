using System.Text.Json.Nodes;

namespace Bot.Discord.Api;

/// <summary>Whether a command stands at Discord as it is wanted. Discord adds fields, and leaves out what is the default.</summary>
internal static class CommandComparison
{
    /// <summary>What a field is where it is not there.</summary>
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["type"] = "1",
        ["required"] = "false",
        ["autocomplete"] = "false",
        ["nsfw"] = "false",
        ["options"] = "[]",
        ["choices"] = "[]",
    };

    /// <summary>What must not be there, or be the default, where we do not send it: Discord would have it from an earlier form of ours.</summary>
    private static readonly string[] Optional =
    [
        "options",
        "choices",
        "autocomplete",
        "required",
        "max_length",
        "nsfw",
        "default_member_permissions",
        "name_localizations",
        "description_localizations",
    ];

    private static readonly string[] Sets = ["contexts", "integration_types"];

    public static bool Same(JsonNode wanted, JsonNode there) =>
        wanted is JsonObject one && there is JsonObject other
            ? one.All(field => SameField(field.Key, field.Value, other[field.Key]))
                && Optional.All(key => one.ContainsKey(key) || IsDefault(key, other[key]))
            : JsonNode.DeepEquals(wanted, there);

    private static bool SameField(string key, JsonNode? wanted, JsonNode? there) =>
        there is null ? IsDefault(key, wanted)
        : Sets.Contains(key) ? Sorted(wanted).SequenceEqual(Sorted(there))
        : wanted is JsonArray ours && there is JsonArray theirs
            ? ours.Count == theirs.Count && ours.Zip(theirs).All(pair => Same(pair.First!, pair.Second!))
        : wanted is not null && Same(wanted, there);

    private static bool IsDefault(string key, JsonNode? value) =>
        value is null || (Defaults.TryGetValue(key, out var usual) && value.ToJsonString() == usual);

    private static IEnumerable<int> Sorted(JsonNode? set) => set!.AsArray().Select(each => each!.GetValue<int>()).Order();
}
