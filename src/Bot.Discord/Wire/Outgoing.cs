using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>An answer to an interaction (<see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object"/>).</summary>
internal sealed record InteractionResponse(int Type, ResponseData? Data = null)
{
    public static InteractionResponse Pong { get; } = new(1);

    /// <param name="choices">At most 25.</param>
    public static InteractionResponse Suggest(IReadOnlyList<Choice> choices) => new(8, new ResponseData { Choices = choices });

    /// <summary>A message that only whoever asked sees.</summary>
    public static InteractionResponse Privately(MessageData message) =>
        new(
            4,
            new ResponseData
            {
                Content = message.Content,
                Embeds = message.Embeds,
                Components = message.Components,
                Flags = Ephemeral,
                AllowedMentions = Mentions.None,
            }
        );

    /// <summary>The answer comes later, and only whoever asked sees it.</summary>
    public static InteractionResponse Later { get; } = new(5, new ResponseData { Flags = Ephemeral });

    private const int Ephemeral = 64;
}

/// <summary>What can stand in a response, of whatever type.</summary>
internal sealed record ResponseData
{
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<ActionRow>? Components { get; init; }
    public int? Flags { get; init; }
    public Mentions? AllowedMentions { get; init; }
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>Of the files; written by <see cref="Api.DiscordApi"/>.</summary>
    public IReadOnlyList<AttachmentNote>? Attachments { get; init; }
}

/// <summary>What a message shows. Made by <see cref="Rendering.Renderer"/> within every limit.</summary>
internal sealed record MessageData(string Content, IReadOnlyList<Embed> Embeds, IReadOnlyList<ActionRow> Components)
{
    /// <summary>A sentence of our own.</summary>
    public static MessageData Of(string sentence) => new(sentence, [], []);
}

/// <summary>Nobody is ever called by what the bot says.</summary>
internal sealed record Mentions(IReadOnlyList<string> Parse)
{
    public static Mentions None { get; } = new([]);
}

internal sealed record Embed
{
    public string? Title { get; init; }
    public string? Description { get; init; }

    /// <summary>RGB.</summary>
    public int? Color { get; init; }
    public IReadOnlyList<EmbedField>? Fields { get; init; }
    public EmbedFooter? Footer { get; init; }

    /// <summary>What counts toward the limit of a message, in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length =>
        (Title?.Length ?? 0)
        + (Description?.Length ?? 0)
        + (Footer?.Text.Length ?? 0)
        + (Fields?.Sum(each => each.Name.Length + each.Value.Length) ?? 0);
}

internal sealed record EmbedField(string Name, string Value, bool Inline = false);

internal sealed record EmbedFooter(string Text);

/// <param name="Components">Up to five buttons, or one menu.</param>
internal sealed record ActionRow(IReadOnlyList<Component> Components)
{
    public int Type => 1;
}

/// <summary>What can be pressed or chosen.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(StringSelect))]
internal abstract record Component(string CustomId)
{
    public abstract int Type { get; }
}

internal sealed record Button(string Label, string CustomId) : Component(CustomId)
{
    public override int Type => 2;

    /// <summary>Secondary: grey.</summary>
    public int Style => 2;
}

/// <summary>A menu of which one is chosen.</summary>
/// <param name="Options">One to 25.</param>
internal sealed record StringSelect(string CustomId, string Placeholder, IReadOnlyList<SelectOption> Options) : Component(CustomId)
{
    public override int Type => 3;
}

/// <param name="Default">Whether it is chosen now.</param>
internal sealed record SelectOption(string Label, string Value, bool Default);

internal sealed record Choice(string Name, string Value)
{
    /// <summary>The name in other languages, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
