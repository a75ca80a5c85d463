using System.Text;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests;

/// <summary>What comes back of a form, wherever its fields stand.</summary>
public sealed class FormReaderTests
{
    [Fact]
    public void Fields_are_read_from_labels_and_from_rows_written_and_chosen()
    {
        var values = Read(
            """
            [
              {"type": 10, "id": 1},
              {"type": 18, "id": 2, "component": {"type": 4, "id": 3, "custom_id": "sentence", "value": "A raft sank."}},
              {"type": 18, "id": 4, "component": {"type": 3, "id": 5, "custom_id": "kind", "values": ["act"]}},
              {"type": 18, "id": 6, "component": {"type": 3, "id": 7, "custom_id": "none", "values": []}},
              {"type": 1, "components": [{"type": 4, "custom_id": "reason", "value": ""}]}
            ]
            """
        );

        values.ShouldBe(
            new Dictionary<string, string>
            {
                ["sentence"] = "A raft sank.",
                ["kind"] = "act",
                ["reason"] = "",
            },
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"type": 4, "custom_id": "reason", "value": 7}]""")]
    [InlineData("""[{"type": 18, "component": null}]""")]
    public void What_was_not_filled_in_is_not_there(string components) => Read(components).ShouldBeEmpty();

    [Fact]
    public void What_stands_deeper_than_any_field_is_not_read()
    {
        var deep =
            string.Concat(Enumerable.Repeat("""{"component": """, 30)) + """{"custom_id": "x", "value": "y"}""" + new string('}', 30);

        Read($"[{deep}]").ShouldBeEmpty();
    }

    private static IReadOnlyDictionary<string, string> Read(string components) =>
        FormReader.Values(
            DiscordJson
                .Read(
                    Encoding.UTF8.GetBytes(
                        $$"""{"id": "1", "application_id": "2", "type": 5, "token": "t", "data": {"custom_id": "c", "components": {{components}} } }"""
                    )
                )!
                .Data!
        );
}
