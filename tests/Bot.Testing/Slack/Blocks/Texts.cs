using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>What blocks are composed of (<see href="https://docs.slack.dev/reference/block-kit/composition-objects"/>). Lengths are those of UTF-16, after escaping.</summary>
internal static class Texts
{
    public static Field Type { get; } = new("type", new Text(50, 1), Required: true);
    public static Field BlockId { get; } = new("block_id", new Text(255, 1));

    public static Shape Plain(int most) => Kinds.Named("type", new Dictionary<string, Shape> { ["plain_text"] = PlainFields(most) });

    public static Shape Any(int most) =>
        Kinds.Named("type", new Dictionary<string, Shape> { ["plain_text"] = PlainFields(most), ["mrkdwn"] = Mrkdwn(most) });

    public static Shape Mrkdwn(int most) =>
        new Fields(Type, new Field("text", new Text(most, 1), Required: true), new Field("verbatim", new YesNo()));

    public static Shape Confirm { get; } =
        new Fields(
            new Field("title", Plain(100), Required: true),
            new Field("text", Any(300), Required: true),
            new Field("confirm", Plain(30), Required: true),
            new Field("deny", Plain(30), Required: true),
            new Field("style", new OneOf("primary", "danger"))
        );

    public static Shape Option { get; } =
        new Fields(
            new Field("text", Any(75), Required: true),
            new Field("value", new Text(75, 1), Required: true),
            new Field("description", Any(75)),
            new Field("url", new Link(3_000))
        );

    public static Shape Options { get; } = new List(Option, 100);

    public static Shape OptionGroups { get; } =
        new List(new Fields(new Field("label", Plain(75), Required: true), new Field("options", Options, Required: true)), 100);

    private static Fields PlainFields(int most) =>
        new(Type, new Field("text", new Text(most, 1), Required: true), new Field("emoji", new YesNo()));
}
