using Bot.Testing.Shapes;
using static Bot.Testing.Shapes.Shape;

namespace Bot.Testing.Discord.Shapes;

/// <summary>Messages as the bot may send them (<see href="https://discord.com/developers/docs/resources/message"/>).</summary>
internal static class MessageShapes
{
    private const int MostInt = int.MaxValue;

    private static readonly Shape Image = new Fields(new Field("url", new Link(OrFile: true), Required: true));

    private static readonly Shape Embed = new Fields(
        new Field("type", new Text(20)),
        new Field("title", new Text(256)),
        new Field("description", new Text(4_096)),
        new Field("url", new Link()),
        new Field("timestamp", new Text(40)),
        new Field("color", new Whole(0, 0xFFFFFF)),
        new Field("footer", new Fields(new Field("text", new Text(2_048), Required: true), new Field("icon_url", new Link(OrFile: true)))),
        new Field("image", Image),
        new Field("thumbnail", Image),
        new Field(
            "author",
            new Fields(
                new Field("name", new Text(256), Required: true),
                new Field("url", new Link()),
                new Field("icon_url", new Link(OrFile: true))
            )
        ),
        new Field(
            "fields",
            new List(
                new Fields(
                    new Field("name", new Text(256, 1), Required: true),
                    new Field("value", new Text(1_024, 1), Required: true),
                    new Field("inline", new YesNo())
                ),
                25
            )
        )
    );

    private static readonly Shape Mentions = new Fields(
        new Field("parse", new List(new Text(10), 3)),
        new Field("users", new List(new Digits(), 100)),
        new Field("roles", new List(new Digits(), 100)),
        new Field("replied_user", new YesNo())
    );

    private static readonly Shape Attachment = new Fields(
        new Field("id", new Digits(), Required: true),
        new Field("filename", new Text(1_024, 1)),
        new Field("description", new Text(1_024)),
        new Field("title", new Text(1_024)),
        new Field("duration_secs", new Whatever()),
        new Field("waveform", new Text(400)),
        new Field("is_spoiler", new YesNo()),
        new Field("is_remix", new YesNo())
    );

    private static readonly Field[] Shown =
    [
        new("content", new Text(2_000)),
        new("embeds", new List(Embed, 10)),
        new("components", new List(Components.Top, 40)),
        new("allowed_mentions", Mentions),
        new("attachments", new List(Attachment, 10)),
        new("flags", new Whole(0, MostInt)),
    ];

    public static Shape Create { get; } =
        new Fields([
            .. Shown,
            new Field("tts", new YesNo()),
            new Field("nonce", new Text(25, 1)),
            new Field("enforce_nonce", new YesNo()),
            new Field("sticker_ids", new List(new Digits(), 3)),
            new Field(
                "message_reference",
                new Fields(
                    new Field("type", new Whole(0, 1)),
                    new Field("message_id", new Digits(), Required: true),
                    new Field("channel_id", new Digits()),
                    new Field("guild_id", new Digits()),
                    new Field("fail_if_not_exists", new YesNo())
                )
            ),
        ]);

    public static Shape Edit { get; } = new Fields(Shown);

    /// <summary>To an interaction, first and further.</summary>
    public static Shape Answer { get; } = new Fields([.. Shown, new Field("tts", new YesNo())]);
}
