using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Slack.Blocks;

/// <summary>What stands in blocks (<see href="https://docs.slack.dev/reference/block-kit/block-elements"/>), those that are of use here.</summary>
internal static class Elements
{
    private static readonly Field[] Acting = [Texts.Type, new("action_id", new Text(255, 1))];
    private static readonly Field Confirm = new("confirm", Texts.Confirm);
    private static readonly Field Focus = new("focus_on_load", new YesNo());
    private static readonly Field[] Choosing = [.. Acting, Confirm, Focus, new("placeholder", Texts.Plain(150))];
    private static readonly Field Most = new("max_selected_items", new Whole(1, 100));
    private static readonly Field[] Listed = [.. Choosing, new("options", Texts.Options), new("option_groups", Texts.OptionGroups)];
    private static readonly Field[] Asked = [.. Choosing, new("min_query_length", new Whole(0, 100))];
    private static readonly Field Chosen = new("initial_option", Texts.Option);
    private static readonly Field ManyChosen = new("initial_options", Texts.Options);
    private static readonly Field Few = new("options", new List(Texts.Option, 10, 1), Required: true);
    private static readonly Field ByUrl = new("response_url_enabled", new YesNo());

    private static readonly Shape Filter = new Fields(
        new Field("include", new List(new OneOf("im", "mpim", "private", "public"), 4, 1)),
        new Field("exclude_external_shared_channels", new YesNo()),
        new Field("exclude_bot_users", new YesNo())
    );

    public static Shape Image { get; } =
        new Fields(
            Texts.Type,
            new Field("image_url", new Link(3_000)),
            new Field("slack_file", SlackFile),
            new Field("alt_text", new Text(2_000, 1), Required: true)
        );

    public static Shape SlackFile => new Fields(new Field("id", new Text(255, 1)), new Field("url", new Link(3_000)));

    /// <summary>In a row of actions or beside a section.</summary>
    private static readonly Dictionary<string, Shape> Pressed = new()
    {
        ["button"] = new Fields([
            .. Acting,
            Confirm,
            new Field("text", Texts.Plain(75), Required: true),
            new Field("value", new Text(2_000)),
            new Field("url", new Link(3_000)),
            new Field("style", new OneOf("primary", "danger")),
            new Field("accessibility_label", new Text(75, 1)),
        ]),
        ["overflow"] = new Fields([.. Acting, Confirm, new Field("options", new List(Texts.Option, 5, 1), Required: true)]),
        ["static_select"] = new Fields([.. Listed, Chosen]),
        ["external_select"] = new Fields([.. Asked, Chosen]),
        ["multi_static_select"] = new Fields([.. Listed, ManyChosen, Most]),
        ["multi_external_select"] = new Fields([.. Asked, ManyChosen, Most]),
        ["multi_users_select"] = new Fields([.. Choosing, Most, new Field("initial_users", new List(new Text(30, 1), 100, 1))]),
        ["users_select"] = new Fields([.. Choosing, new Field("initial_user", new Text(30, 1))]),
        ["conversations_select"] = new Fields([
            .. Choosing,
            ByUrl,
            new Field("initial_conversation", new Text(30, 1)),
            new Field("default_to_current_conversation", new YesNo()),
            new Field("filter", Filter),
        ]),
        ["channels_select"] = new Fields([.. Choosing, ByUrl, new Field("initial_channel", new Text(30, 1))]),
        ["datepicker"] = new Fields([.. Choosing, new Field("initial_date", new Text(10, 10))]),
        ["checkboxes"] = new Fields([.. Acting, Confirm, Focus, Few, ManyChosen]),
        ["radio_buttons"] = new Fields([.. Acting, Confirm, Focus, Few, Chosen]),
    };

    public static Shape InActions { get; } = Kinds.Named("type", Pressed);

    public static Shape Accessory { get; } = Kinds.Named("type", new Dictionary<string, Shape>(Pressed) { ["image"] = Image });

    public static Shape InInput { get; } =
        Kinds.Named(
            "type",
            new Dictionary<string, Shape>(Pressed.Where(each => each.Key is not ("button" or "overflow")))
            {
                ["plain_text_input"] = new Fields([
                    .. Acting,
                    Focus,
                    new Field("placeholder", Texts.Plain(150)),
                    new Field("multiline", new YesNo()),
                    new Field("min_length", new Whole(0, 3_000)),
                    new Field("max_length", new Whole(1, 3_000)),
                    new Field("initial_value", new Text(3_000)),
                    new Field("dispatch_action_config", new Whatever()),
                ]),
                ["number_input"] = new Fields([
                    .. Acting,
                    Focus,
                    new Field("placeholder", Texts.Plain(150)),
                    new Field("is_decimal_allowed", new YesNo(), Required: true),
                    new Field("min_value", new Text(30, 1)),
                    new Field("max_value", new Text(30, 1)),
                    new Field("initial_value", new Text(30, 1)),
                ]),
            }
        );
}
