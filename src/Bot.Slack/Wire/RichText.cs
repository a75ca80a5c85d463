using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>
/// Words with their form beside them (<see href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"/>). What they say is literal: nothing in it is a mention,
/// a link or a mark, so that nothing has to be escaped.
/// </summary>
internal sealed record RichText(IReadOnlyList<RichElement> Elements) : Block
{
    public override string Type => "rich_text";

    public override int Length() => Elements.Sum(element => element.Length());
}

[JsonDerivedType(typeof(Paragraph))]
[JsonDerivedType(typeof(QuotedText))]
[JsonDerivedType(typeof(BulletList))]
internal abstract record RichElement
{
    public abstract string Type { get; }

    public abstract int Length();
}

internal sealed record Paragraph(IReadOnlyList<Inline> Elements) : RichElement
{
    public override string Type => "rich_text_section";

    public override int Length() => Elements.Sum(inline => inline.Length());
}

internal sealed record QuotedText(IReadOnlyList<Inline> Elements) : RichElement
{
    public override string Type => "rich_text_quote";

    public override int Length() => Elements.Sum(inline => inline.Length());
}

internal sealed record BulletList(IReadOnlyList<Paragraph> Elements) : RichElement
{
    public override string Type => "rich_text_list";
    public string Style => "bullet";

    public override int Length() => Elements.Sum(point => point.Length());
}

/// <summary>What stands in a line.</summary>
[JsonDerivedType(typeof(Run))]
[JsonDerivedType(typeof(Moment))]
[JsonDerivedType(typeof(NamedChannel))]
internal abstract record Inline
{
    public abstract string Type { get; }

    public abstract int Length();
}

/// <summary>A moment, by the clocks of whoever reads it.</summary>
/// <param name="Timestamp">In seconds since 1970.</param>
/// <param name="Fallback">For clients that cannot.</param>
internal sealed record Moment(long Timestamp, string Fallback) : Inline
{
    public override string Type => "date";
    public string Format => "{date_long} at {time}";

    public override int Length() => Fallback.Length;
}

/// <summary>A channel, by its name where the reader knows it. It calls nobody.</summary>
internal sealed record NamedChannel(string ChannelId) : Inline
{
    public override string Type => "channel";

    public override int Length() => ChannelId.Length;
}

/// <summary>Some words of one form.</summary>
/// <param name="Words">At least one character.</param>
/// <param name="Style">Null for plain ones.</param>
internal sealed record Run([property: JsonPropertyName("text")] string Words, RunStyle? Style = null) : Inline
{
    public override string Type => Url is null ? "text" : "link";

    /// <summary>What the words lead to; null for words alone.</summary>
    public string? Url { get; init; }

    public override int Length() => Words.Length;
}

internal sealed record RunStyle
{
    public static RunStyle InBold { get; } = new() { Bold = true };
    public static RunStyle InItalics { get; } = new() { Italic = true };
    public static RunStyle AsCode { get; } = new() { Code = true };

    public bool? Bold { get; init; }
    public bool? Italic { get; init; }
    public bool? Code { get; init; }
}
