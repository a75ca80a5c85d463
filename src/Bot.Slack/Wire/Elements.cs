using System.Text.Json.Serialization;

namespace Bot.Slack.Wire;

/// <summary>What can be pressed, chosen or filled in (<see href="https://docs.slack.dev/reference/block-kit/block-elements"/>).</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(StaticSelect))]
[JsonDerivedType(typeof(ExternalSelect))]
[JsonDerivedType(typeof(MultiSelect))]
[JsonDerivedType(typeof(PeopleSelect))]
[JsonDerivedType(typeof(TextInput))]
[JsonDerivedType(typeof(DatePicker))]
internal abstract record Element(string ActionId)
{
    public abstract string Type { get; }

    /// <summary>What counts toward the limits of a message, in UTF-16 code units.</summary>
    public virtual int Length() => 0;
}

/// <param name="Text">Up to 75 characters.</param>
/// <param name="ActionId">Up to 255 characters. It comes back when the button is pressed; readable by whoever sees it.</param>
internal sealed record Button(PlainWords Text, string ActionId) : Element(ActionId)
{
    public override string Type => "button";

    public override int Length() => Text.Words.Length;
}

/// <summary>A menu of which one is chosen.</summary>
/// <param name="Options">One to 100.</param>
internal sealed record StaticSelect(string ActionId, PlainWords Placeholder, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public override string Type => "static_select";

    /// <summary>Exactly one of the options; null for none.</summary>
    public Option? InitialOption { get; init; }
}

/// <summary>A menu whose options are asked for while somebody types.</summary>
internal sealed record ExternalSelect(string ActionId, PlainWords Placeholder) : Element(ActionId)
{
    public override string Type => "external_select";

    /// <summary>So many characters must be typed first; 0: it is asked at once.</summary>
    public int MinQueryLength { get; init; } = 1;
    public Option? InitialOption { get; init; }
}

/// <summary>A menu of which several are chosen.</summary>
/// <param name="Options">One to 100.</param>
internal sealed record MultiSelect(string ActionId, PlainWords Placeholder, IReadOnlyList<Option> Options) : Element(ActionId)
{
    public override string Type => "multi_static_select";

    /// <summary>Each exactly one of the options; null for none.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init; }
}

/// <summary>A menu of the workspace's people, of whom several are chosen.</summary>
internal sealed record PeopleSelect(string ActionId, PlainWords Placeholder) : Element(ActionId)
{
    public const string Kind = "multi_users_select";

    public override string Type => Kind;

    /// <summary>By their ids; null for nobody.</summary>
    public IReadOnlyList<string>? InitialUsers { get; init; }
    public int? MaxSelectedItems { get; init; }
}

internal sealed record TextInput(string ActionId) : Element(ActionId)
{
    public override string Type => "plain_text_input";
    public bool Multiline { get; init; }
    public int? MaxLength { get; init; }
    public string? InitialValue { get; init; }
    public PlainWords? Placeholder { get; init; }
}

internal sealed record DatePicker(string ActionId) : Element(ActionId)
{
    public override string Type => "datepicker";

    /// <summary>As in 2025-09-25.</summary>
    public string? InitialDate { get; init; }
}

/// <param name="Text">Up to 75 characters.</param>
/// <param name="Value">Up to 75 characters.</param>
internal sealed record Option(PlainWords Text, string Value);
