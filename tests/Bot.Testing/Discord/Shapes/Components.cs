using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Discord.Shapes;

/// <summary>What a message is built of (<see href="https://discord.com/developers/docs/components/reference"/>).</summary>
internal static class Components
{
    private static readonly Field Type = new("type", new Whole(1, 23), Required: true);
    private static readonly Field Id = new("id", new Whole(0, int.MaxValue));
    private static readonly Field CustomId = new("custom_id", new Text(100, 1), Required: true);

    private static readonly Shape Emoji = new Fields(
        new Field("id", new Digits()),
        new Field("name", new Text(32)),
        new Field("animated", new YesNo())
    );

    private static readonly Shape Media = new Fields(new Field("url", new Link(OrFile: true), Required: true));

    private static readonly Shape Button = new Fields(
        Type,
        Id,
        new Field("style", new Whole(1, 6), Required: true),
        new Field("label", new Text(80)),
        new Field("emoji", Emoji),
        new Field("custom_id", new Text(100, 1)),
        new Field("url", new Link(512)),
        new Field("disabled", new YesNo())
    );

    private static readonly Field[] Select =
    [
        Type,
        Id,
        CustomId,
        new("placeholder", new Text(150)),
        new("min_values", new Whole(0, 25)),
        new("max_values", new Whole(1, 25)),
        new("disabled", new YesNo()),
    ];

    private static readonly Shape Options = new List(
        new Fields(
            new Field("label", new Text(100, 1), Required: true),
            new Field("value", new Text(100, 1), Required: true),
            new Field("description", new Text(100)),
            new Field("emoji", Emoji),
            new Field("default", new YesNo())
        ),
        25,
        1
    );

    private static readonly Shape Chosen = new Fields([
        .. Select,
        new Field("default_values", new List(new Whatever(), 25)),
        new Field("channel_types", new List(new Whole(0, 16), 17)),
    ]);

    private static readonly Shape Row = new Fields(
        Type,
        Id,
        new Field(
            "components",
            new List(
                new Kinds(
                    "type",
                    new Dictionary<int, Shape>
                    {
                        [2] = Button,
                        [3] = new Fields([.. Select, new Field("options", Options, Required: true)]),
                        [5] = Chosen,
                        [6] = Chosen,
                        [7] = Chosen,
                        [8] = Chosen,
                    }
                ),
                5,
                1
            ),
            Required: true
        )
    );

    private static readonly Shape TextDisplay = new Fields(Type, Id, new Field("content", new Text(4_000, 1), Required: true));

    private static readonly Shape Thumbnail = new Fields(
        Type,
        Id,
        new Field("media", Media, Required: true),
        new Field("description", new Text(1_024)),
        new Field("spoiler", new YesNo())
    );

    private static readonly Shape Section = new Fields(
        Type,
        Id,
        new Field("components", new List(new Kinds("type", new Dictionary<int, Shape> { [10] = TextDisplay }), 3, 1), Required: true),
        new Field("accessory", new Kinds("type", new Dictionary<int, Shape> { [2] = Button, [11] = Thumbnail }), Required: true)
    );

    private static readonly Shape Gallery = new Fields(
        Type,
        Id,
        new Field(
            "items",
            new List(
                new Fields(
                    new Field("media", Media, Required: true),
                    new Field("description", new Text(1_024)),
                    new Field("spoiler", new YesNo())
                ),
                10,
                1
            ),
            Required: true
        )
    );

    private static readonly Dictionary<int, Shape> InContainer = new()
    {
        [1] = Row,
        [9] = Section,
        [10] = TextDisplay,
        [12] = Gallery,
        [13] = new Fields(Type, Id, new Field("file", Media, Required: true), new Field("spoiler", new YesNo())),
        [14] = new Fields(Type, Id, new Field("divider", new YesNo()), new Field("spacing", new Whole(1, 2))),
    };

    private static readonly Shape Container = new Fields(
        Type,
        Id,
        new Field("components", new List(new Kinds("type", InContainer), 40, 1), Required: true),
        new Field("accent_color", new Whole(0, 0xFFFFFF)),
        new Field("spoiler", new YesNo())
    );

    /// <summary>A menu of a form need not be filled in, and is never disabled.</summary>
    private static readonly Field[] FormSelect = [.. Select.Where(field => field.Name != "disabled"), new("required", new YesNo())];

    private static readonly Shape TextInput = new Fields(
        Type,
        Id,
        CustomId,
        new Field("style", new Whole(1, 2), Required: true),
        new Field("min_length", new Whole(0, 4_000)),
        new Field("max_length", new Whole(1, 4_000)),
        new Field("required", new YesNo()),
        new Field("value", new Text(4_000)),
        new Field("placeholder", new Text(100))
    );

    private static readonly Shape Label = new Fields(
        Type,
        Id,
        new Field("label", new Text(45, 1), Required: true),
        new Field("description", new Text(100, 1)),
        new Field(
            "component",
            new Kinds(
                "type",
                new Dictionary<int, Shape>
                {
                    [3] = new Fields([.. FormSelect, new Field("options", Options, Required: true)]),
                    [4] = TextInput,
                    [5] = new Fields([.. FormSelect, new Field("default_values", new List(new Whatever(), 25))]),
                    [6] = new Fields([.. FormSelect, new Field("default_values", new List(new Whatever(), 25))]),
                }
            ),
            Required: true
        )
    );

    /// <summary>What stands at the top of a form.</summary>
    public static Shape InForm { get; } = new Kinds("type", new Dictionary<int, Shape> { [10] = TextDisplay, [18] = Label });

    public static Shape Top { get; } = new Kinds("type", new Dictionary<int, Shape>(InContainer) { [17] = Container });
}
