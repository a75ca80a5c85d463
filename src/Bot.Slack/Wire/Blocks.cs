using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>A piece of a message or a view (<see href="https://docs.slack.dev/reference/block-kit/blocks"/>). Made by <c>Rendering</c> within every limit.</summary>
[JsonDerivedType(typeof(Section))]
[JsonDerivedType(typeof(RichText))]
[JsonDerivedType(typeof(Header))]
[JsonDerivedType(typeof(Divider))]
[JsonDerivedType(typeof(Image))]
[JsonDerivedType(typeof(Context))]
[JsonDerivedType(typeof(ActionRow))]
[JsonDerivedType(typeof(InputField))]
internal abstract record Block
{
    public abstract string Type { get; }

    /// <summary>What counts toward the limits of a message, in UTF-16 code units.</summary>
    public virtual int Length() => 0;

    /// <summary>What a view's values stand under.</summary>
    public string? BlockId { get; init; }
}

internal sealed record Section(Text Text) : Block
{
    public override string Type => "section";

    public override int Length() => Text.Words.Length;
}

internal sealed record Header(PlainWords Text) : Block
{
    public override string Type => "header";

    public override int Length() => Text.Words.Length;
}

internal sealed record Divider : Block
{
    public override string Type => "divider";
}

/// <summary>A picture that was uploaded (<see href="https://docs.slack.dev/reference/block-kit/blocks/image-block"/>).</summary>
/// <param name="AltText">Up to 2,000 characters.</param>
internal sealed record Image(SlackFile SlackFile, string AltText) : Block
{
    public override string Type => "image";
}

/// <param name="Id">Of a file that Slack has made out to be a picture by now.</param>
internal sealed record SlackFile(string Id);

/// <summary>Small print: one to ten texts.</summary>
internal sealed record Context(IReadOnlyList<Text> Elements) : Block
{
    public override string Type => "context";

    public override int Length() => Elements.Sum(text => text.Words.Length);
}

/// <summary>One to 25 things that can be pressed or chosen.</summary>
internal sealed record ActionRow(IReadOnlyList<Element> Elements) : Block
{
    public override string Type => "actions";

    public override int Length() => Elements.Sum(element => element.Length());
}

/// <summary>A field of a form.</summary>
internal sealed record InputField(PlainWords Label, Element Element) : Block
{
    public override string Type => "input";
    public PlainWords? Hint { get; init; }
    public bool Optional { get; init; }
}

/// <summary>Words (<see href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object"/>).</summary>
[JsonDerivedType(typeof(PlainWords))]
[JsonDerivedType(typeof(Mrkdwn))]
internal abstract record Text(string Words)
{
    public abstract string Type { get; }

    [JsonPropertyName("text")]
    public string Words { get; } = Words;
}

/// <summary>Shown as it is.</summary>
internal sealed record PlainWords(string Words) : Text(Words)
{
    public override string Type => "plain_text";

    /// <summary>Nor are words between colons made pictures.</summary>
    public bool Emoji => false;
}

/// <summary>Escaped; what is not marked is not made a link or a mention by Slack either.</summary>
internal sealed record Mrkdwn(string Words) : Text(Words)
{
    public override string Type => "mrkdwn";
    public bool Verbatim => true;
}
