using System.Text.Json.Nodes;
using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Discord.Shapes;

/// <summary>First answers to interactions (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object"/>).</summary>
internal static class AnswerShapes
{
    private static readonly Field Type = new("type", new Whole(1, 9), Required: true);

    private static readonly Shape Choices = new Fields(
        new Field(
            "choices",
            new List(
                new Fields(
                    new Field("name", new Text(100, 1), Required: true),
                    new Field("name_localizations", new Whatever()),
                    new Field("value", new Whatever(), Required: true)
                ),
                25
            ),
            Required: true
        )
    );

    private static readonly Shape Modal = new Fields(
        new Field("custom_id", new Text(100, 1), Required: true),
        new Field("title", new Text(45, 1), Required: true),
        new Field("components", new List(Components.InForm, 5, 1), Required: true)
    );

    private static readonly Shape Any = new Kinds(
        "type",
        new Dictionary<int, Shape>
        {
            [1] = new Fields(Type),
            [4] = With(MessageShapes.Answer, required: true),
            [5] = With(new Fields(new Field("flags", new Whole(0, MessageRules.Ephemeral))), required: false),
            [6] = new Fields(Type),
            [7] = With(MessageShapes.Answer, required: true),
            [8] = With(Choices, required: true),
            [9] = With(Modal, required: true),
        }
    );

    public static void Check(JsonObject answer, IReadOnlyList<SentFile> files, FormErrors errors)
    {
        Any.Check(answer, "", errors);
        if (!errors.Any && (int)answer["type"]! is (4 or 7))
        {
            MessageRules.Check(
                answer["data"]!.AsObject(),
                [.. files.Select(file => file.Name)],
                MessageRules.ForChannels | MessageRules.Ephemeral,
                "data.",
                errors
            );
        }
    }

    private static Fields With(Shape data, bool required) => new(Type, new Field("data", data, required));
}
