using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>What messages and views are built of (<see href="https://docs.slack.dev/reference/block-kit/blocks"/>). Newer kinds, which older programs of Slack do not show, are refused.</summary>
internal static class BlockShapes
{
    private static readonly Dictionary<string, Shape> Everywhere = new()
    {
        ["section"] = Block(
            new Field("text", Texts.Any(3_000)),
            new Field("fields", new List(Texts.Any(2_000), 10, 1)),
            new Field("accessory", Elements.Accessory),
            new Field("expand", new YesNo())
        ),
        ["header"] = Block(new Field("text", Texts.Plain(150), Required: true)),
        ["divider"] = Block(),
        ["context"] = Block(
            new Field(
                "elements",
                new List(
                    Kinds.Named(
                        "type",
                        new Dictionary<string, Shape>
                        {
                            ["image"] = Elements.Image,
                            ["plain_text"] = Texts.Plain(3_000),
                            ["mrkdwn"] = Texts.Mrkdwn(3_000),
                        }
                    ),
                    10,
                    1
                ),
                Required: true
            )
        ),
        ["image"] = Block(
            new Field("image_url", new Link(3_000)),
            new Field("slack_file", Elements.SlackFile),
            new Field("alt_text", new Text(2_000, 1), Required: true),
            new Field("title", Texts.Plain(2_000))
        ),
        ["actions"] = Block(new Field("elements", new List(Elements.InActions, 25, 1), Required: true)),
        ["input"] = Block(
            new Field("label", Texts.Plain(2_000), Required: true),
            new Field("element", Elements.InInput, Required: true),
            new Field("hint", Texts.Plain(2_000)),
            new Field("optional", new YesNo()),
            new Field("dispatch_action", new YesNo())
        ),
        ["rich_text"] = RichText.Block,
    };

    private static readonly Shape Cell = Kinds.Named(
        "type",
        new Dictionary<string, Shape>
        {
            ["raw_text"] = new Fields(Texts.Type, new Field("text", new Text(10_000, 1), Required: true)),
            ["rich_text"] = RichText.Block,
        }
    );

    private static readonly Dictionary<string, Shape> Further = new()
    {
        ["markdown"] = Block(new Field("text", new Text(12_000, 1), Required: true)),
        ["table"] = Block(
            new Field("rows", new List(new List(Cell, 20, 1), 100, 1), Required: true),
            new Field(
                "column_settings",
                new List(new Fields(new Field("align", new OneOf("left", "center", "right")), new Field("is_wrapped", new YesNo())), 20)
            )
        ),
    };

    public static Shape InMessage { get; } = new List(Kinds.Named("type", new Dictionary<string, Shape>([.. Everywhere, .. Further])), 50);

    public static Shape InView { get; } = new List(Kinds.Named("type", Everywhere), 100, 1);

    private static Fields Block(params Field[] fields) => new([Texts.Type, Texts.BlockId, .. fields]);
}
