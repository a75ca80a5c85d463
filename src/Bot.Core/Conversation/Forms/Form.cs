namespace Bot.Core.Conversation.Forms;

/// <summary>Some fields to fill in. What they are about was chosen before, and stands in <see cref="Id"/>; who sends it off is looked at again, and so is whether it changed.</summary>
public sealed record Form : Reply
{
    /// <summary>The most fields: what the platforms show at once.</summary>
    public const int MostFields = 5;

    /// <param name="title">At most <see cref="FormLimits.Title"/> characters.</param>
    /// <param name="fields">One to <see cref="MostFields"/>.</param>
    public Form(string title, params IReadOnlyList<FormField> fields)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(title.Length, FormLimits.Title);
        ArgumentOutOfRangeException.ThrowIfZero(fields.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fields.Count, MostFields);
        (Title, Fields) = (title, fields);
    }

    public string Title { get; }
    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>Comes back with what was filled in: see <see cref="Buttons.ButtonIds.Form"/>.</summary>
    public required string Id { get; init; }
}

/// <summary>What all platforms take, in UTF-16 code units.</summary>
public static class FormLimits
{
    /// <summary>Slack, the narrowest: 24.</summary>
    public const int Title = 24;

    /// <summary>Discord: 45.</summary>
    public const int Label = 45;

    /// <summary>Discord: 100.</summary>
    public const int Hint = 100;

    /// <summary>Slack: 3,000.</summary>
    public const int Value = 3_000;

    /// <summary>Discord: 25.</summary>
    public const int Options = 25;

    /// <summary>More than anybody looks through.</summary>
    public const int Known = 200;

    /// <summary>Slack: 75.</summary>
    public const int Option = 75;
}

/// <summary>One field. Closed.</summary>
public abstract record FormField
{
    private protected FormField(string key, string label)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Length, FormLimits.Label);
        (Key, Label) = (key, label);
    }

    /// <summary>By which its value comes back.</summary>
    public string Key { get; }
    public string Label { get; }

    /// <summary>A few words on how to fill it in; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>What stands there at first; of a choice, the value chosen.</summary>
    public string? Value { get; init; }
    public bool IsRequired { get; init; } = true;

    /// <summary>A text of one line.</summary>
    public sealed record OneLine(string Key, string Label) : FormField(Key, Label)
    {
        public int Most { get; init; } = 300;

        /// <summary>What the story has of that sort, to be chosen from where there is a way; anything else may be written. At most <see cref="FormLimits.Known"/>.</summary>
        public IReadOnlyList<string> Known { get; init; } = [];
    }

    /// <summary>A text of several lines.</summary>
    public sealed record Paragraph(string Key, string Label) : FormField(Key, Label)
    {
        public int Most { get; init; } = 1_000;
    }

    /// <summary>A date, to be written.</summary>
    public sealed record Day(string Key, string Label) : FormField(Key, Label);

    /// <summary>Some people, as the platform names them: their ids come back with spaces between.</summary>
    public sealed record People(string Key, string Label) : FormField(Key, Label)
    {
        public int Most { get; init; } = 10;

        /// <summary>Those of the value.</summary>
        public IReadOnlyList<string> Chosen => Read(Value);

        /// <summary>Ids as one value.</summary>
        public static string Write(IEnumerable<string> ids) => string.Join(' ', ids);

        /// <summary>The ids in a value; none in what is missing.</summary>
        public static IReadOnlyList<string> Read(string? value) => value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    /// <summary>One of a few.</summary>
    public sealed record Choice : FormField
    {
        /// <param name="options">One to <see cref="FormLimits.Options"/>.</param>
        public Choice(string key, string label, IReadOnlyList<FormOption> options)
            : base(key, label)
        {
            ArgumentOutOfRangeException.ThrowIfZero(options.Count);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Count, FormLimits.Options);
            Options = options;
        }

        public IReadOnlyList<FormOption> Options { get; }
    }
}

/// <summary>What can be chosen in a field of a form.</summary>
/// <param name="Label">Shown; cut to <see cref="FormLimits.Option"/>.</param>
public sealed record FormOption(string Label, string Value)
{
    public string Label { get; } = Cutting.Shorten(Label, FormLimits.Option);
}
