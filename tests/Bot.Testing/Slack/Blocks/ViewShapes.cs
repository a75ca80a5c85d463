using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>Modals and the Home tab (<see href="https://docs.slack.dev/reference/views"/>).</summary>
internal static class ViewShapes
{
    private static readonly Field[] Both =
    [
        Texts.Type,
        new("blocks", BlockShapes.InView, Required: true),
        new("private_metadata", new Text(3_000)),
        new("callback_id", new Text(255)),
        new("external_id", new Text(255)),
    ];

    private static readonly Fields ModalFields = new([
        .. Both,
        new Field("title", Texts.Plain(24), Required: true),
        new Field("submit", Texts.Plain(24)),
        new Field("close", Texts.Plain(24)),
        new Field("clear_on_close", new YesNo()),
        new Field("notify_on_close", new YesNo()),
    ]);

    public static Shape Modal { get; } = Kinds.Named("type", new Dictionary<string, Shape> { ["modal"] = ModalFields });

    public static Shape Home { get; } = Kinds.Named("type", new Dictionary<string, Shape> { ["home"] = new Fields(Both) });

    public static Shape Any { get; } =
        Kinds.Named("type", new Dictionary<string, Shape> { ["modal"] = ModalFields, ["home"] = new Fields(Both) });
}
