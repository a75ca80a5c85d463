using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>Text in parts, none of which is parsed (<see href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"/>).</summary>
internal static class RichText
{
    private static readonly Field Style = new(
        "style",
        new Fields([.. ((string[])["bold", "italic", "strike", "code", "underline"]).Select(name => new Field(name, new YesNo()))])
    );

    private static readonly Shape Words = new Fields(
        Texts.Type,
        Style,
        new Field("text", new Text(40_000, 1, Spaces: true), Required: true)
    );

    private static readonly Shape Web = new Fields(
        Texts.Type,
        Style,
        new Field("url", new Link(3_000), Required: true),
        new Field("text", new Text(40_000, 1))
    );

    private static readonly Shape Inline = Kinds.Named(
        "type",
        new Dictionary<string, Shape>
        {
            ["text"] = Words,
            ["link"] = Web,
            ["user"] = Named("user_id"),
            ["usergroup"] = Named("usergroup_id"),
            ["channel"] = Named("channel_id"),
            ["emoji"] = Named("name"),
            ["broadcast"] = new Fields(Texts.Type, new Field("range", new OneOf("here", "channel", "everyone"), Required: true)),
            ["date"] = new Fields(
                Texts.Type,
                Style,
                new Field("timestamp", new Whole(0, long.MaxValue), Required: true),
                new Field("format", new Text(200, 1), Required: true),
                new Field("fallback", new Text(200, 1)),
                new Field("url", new Link(3_000))
            ),
        }
    );

    private static readonly Shape Section = Of(Inline);

    public static Shape Block { get; } =
        new Fields(
            Texts.Type,
            Texts.BlockId,
            new Field(
                "elements",
                new List(
                    Kinds.Named(
                        "type",
                        new Dictionary<string, Shape>
                        {
                            ["rich_text_section"] = Section,
                            ["rich_text_quote"] = Of(Inline, new Field("border", new Whole(0, 1))),
                            ["rich_text_preformatted"] = Of(
                                Kinds.Named("type", new Dictionary<string, Shape> { ["text"] = Words, ["link"] = Web }),
                                new Field("border", new Whole(0, 1))
                            ),
                            ["rich_text_list"] = Of(
                                Kinds.Named("type", new Dictionary<string, Shape> { ["rich_text_section"] = Section }),
                                new Field("style", new OneOf("bullet", "ordered"), Required: true),
                                new Field("indent", new Whole(0, 8)),
                                new Field("border", new Whole(0, 1)),
                                new Field("offset", new Whole(0, 10_000))
                            ),
                        }
                    ),
                    1_000,
                    1
                ),
                Required: true
            )
        );

    private static Fields Named(string field) => new(Texts.Type, Style, new Field(field, new Text(255, 1), Required: true));

    private static Fields Of(Shape element, params Field[] more) =>
        new([Texts.Type, new Field("elements", new List(element, 1_000), Required: true), .. more]);
}
