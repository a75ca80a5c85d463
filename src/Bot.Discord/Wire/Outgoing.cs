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

    /// <summary>A form to fill in; it must be the first answer, and none to a form.</summary>
    public static InteractionResponse Modal(string id, string title, IReadOnlyList<Label> fields) =>
        new(
            9,
            new ResponseData
            {
                CustomId = id,
                Title = title,
                Components = fields,
            }
        );

    /// <summary>The message that a component sits on will be shown otherwise; nothing is seen of it until then.</summary>
    public static InteractionResponse UpdateLater { get; } = new(6);

    /// <summary>The answer comes later, and only whoever asked sees it.</summary>
    public static InteractionResponse Later { get; } = new(5, new ResponseData { Flags = Ephemeral });

    private const int Ephemeral = 64;
}

/// <summary>What can stand in a response, of whatever type.</summary>
internal sealed record ResponseData
{
    /// <summary>Of a form.</summary>
    public string? CustomId { get; init; }

    /// <summary>Of a form.</summary>
    public string? Title { get; init; }
    public string? Content { get; init; }
    public IReadOnlyList<Embed>? Embeds { get; init; }
    public IReadOnlyList<LayoutComponent>? Components { get; init; }
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

/// <summary>What stands at the top of a message or of a form.</summary>
[JsonDerivedType(typeof(ActionRow))]
[JsonDerivedType(typeof(Label))]
internal abstract record LayoutComponent
{
    public abstract int Type { get; }
}

/// <param name="Components">Up to five buttons, or one menu.</param>
internal sealed record ActionRow(IReadOnlyList<Component> Components) : LayoutComponent
{
    public override int Type => 1;
}

/// <summary>A field of a form, with what stands above it.</summary>
internal sealed record Label([property: JsonPropertyName("label")] string Words, string? Description, Component Component) : LayoutComponent
{
    public override int Type => 18;
}

/// <summary>What can be pressed, chosen or filled in.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(StringSelect))]
[JsonDerivedType(typeof(RoleSelect))]
[JsonDerivedType(typeof(UserSelect))]
[JsonDerivedType(typeof(TextInput))]
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

/// <summary>A menu of a guild's roles, of which any number are chosen.</summary>
/// <param name="DefaultValues">Those chosen now.</param>
internal sealed record RoleSelect(string CustomId, string Placeholder, IReadOnlyList<DefaultRole> DefaultValues) : Component(CustomId)
{
    /// <summary>How many can be chosen.</summary>
    public const int Most = 25;

    public override int Type => 6;
    public int MinValues => 0;
    public int MaxValues => Most;
}

internal sealed record DefaultRole(string Id)
{
    public string Type => "role";
}

/// <summary>A menu of a guild's people, of whom several are chosen on a form.</summary>
/// <param name="DefaultValues">Those chosen now.</param>
internal sealed record UserSelect(
    string CustomId,
    string Placeholder,
    IReadOnlyList<DefaultUser> DefaultValues,
    int MaxValues,
    bool Required
) : Component(CustomId)
{
    public override int Type => 5;
    public int MinValues => Required ? 1 : 0;
}

internal sealed record DefaultUser(string Id)
{
    public string Type => "user";
}

/// <summary>A text to be written in a form.</summary>
/// <param name="Style">1: of one line, 2: of several.</param>
internal sealed record TextInput(string CustomId, int Style, bool Required, int MaxLength, string? Value) : Component(CustomId)
{
    public override int Type => 4;
}

/// <param name="Default">Whether it is chosen now.</param>
internal sealed record SelectOption(string Label, string Value, bool Default);

internal sealed record Choice(string Name, string Value)
{
    /// <summary>The name in other languages, by locale.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
