using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Slack.Wire;

namespace Bot.Slack.Rendering;

/// <summary>A form as Slack shows one (<see href="https://docs.slack.dev/surfaces/modals"/>): each field is a block of its own name, and what the form is about comes back unseen.</summary>
internal static class FormWindow
{
    /// <summary>Two days with all that can stand around them.</summary>
    private const int LongestDate = 30;

    private const string Id = "form";
    private static readonly PlainWords Submit = new("Send");

    public static View Of(Form form) =>
        new([.. form.Fields.Select(Field)])
        {
            CallbackId = Id,
            PrivateMetadata = form.Id,
            Title = new PlainWords(SlackText.Plain(form.Title, Limits.ViewTitle)),
            Submit = Submit,
            Close = Window.Close,
        };

    /// <summary>A form that was sent off, once more as it was filled in, with what is wrong at its top.</summary>
    /// <param name="values">What was filled in, by the fields' keys.</param>
    public static View Again(OpenView sent, IReadOnlyDictionary<string, string> values, string wrong) =>
        new([
            new Section(Words(wrong, Limits.Text)),
            .. (sent.Blocks ?? [])
                .Where(block => block.Type == "input")
                .Select(block => Field(block, values.GetValueOrDefault(block.BlockId ?? ""))),
        ])
        {
            CallbackId = Id,
            PrivateMetadata = sent.PrivateMetadata,
            Title = sent.Title is { Text: var title } ? new PlainWords(title) : Window.Title,
            Submit = Submit,
            Close = Window.Close,
        };

    public static bool IsOne(OpenView? view) => view?.CallbackId == Id;

    private static InputField Field(FormField field) =>
        new(Words(field.Label, FormLimits.Label), Element(field))
        {
            BlockId = field.Key,
            Hint = field.Hint is { } hint ? Words(hint, FormLimits.Hint) : null,
            Optional = !field.IsRequired,
        };

    private static InputField Field(ShownBlock shown, string? value) =>
        new(Words(shown.Label), Element(shown, value))
        {
            BlockId = shown.BlockId,
            Hint = shown.Hint is null ? null : Words(shown.Hint),
            Optional = shown.Optional,
        };

    private static Element Element(ShownBlock shown, string? value)
    {
        var key = shown.BlockId ?? "";
        if (shown.Element is { Type: PeopleSelect.Kind } people)
        {
            return People(
                key,
                Words(people.Placeholder),
                value?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
                people.MaxSelectedItems
            );
        }

        if (shown.Element is not { Options: { } offered } menu)
        {
            return new TextInput(key)
            {
                Multiline = shown.Element?.Multiline == true,
                MaxLength = shown.Element?.MaxLength,
                InitialValue = value,
            };
        }

        var options = offered.Select(option => new Option(Words(option.Text), option.Value)).ToList();
        return new StaticSelect(key, Words(menu.Placeholder), options) { InitialOption = options.Find(option => option.Value == value) };
    }

    private static PlainWords Words(ShownWords? shown) => new(shown?.Text ?? "");

    private static Element Element(FormField field) =>
        field switch
        {
            FormField.OneLine text => Input(text, text.Most),
            FormField.Paragraph text => Input(text, text.Most) with { Multiline = true },
            FormField.Day day => Input(day, LongestDate),
            FormField.People people => People(people.Key, Words(people.Label, Limits.Placeholder), people.Chosen, people.Most),
            FormField.Choice choice => Select(choice),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static PeopleSelect People(string key, PlainWords placeholder, IReadOnlyList<string> chosen, int? most) =>
        new(key, placeholder) { InitialUsers = chosen.Count > 0 ? chosen : null, MaxSelectedItems = most };

    /// <summary>What stands there at first is whole, also where it is longer than what is asked for.</summary>
    private static TextInput Input(FormField field, int most)
    {
        var value = field.Value is { Length: > 0 } given ? Cutting.Shorten(given, Limits.TypedText) : null;
        return new TextInput(field.Key) { MaxLength = Math.Max(most, value?.Length ?? 0), InitialValue = value };
    }

    private static StaticSelect Select(FormField.Choice choice)
    {
        var options = choice.Options.Select(option => Rows.Option(option.Label, option.Value)).ToList();
        return new StaticSelect(choice.Key, Words(choice.Label, Limits.Placeholder), options)
        {
            InitialOption = options.Find(option => option.Value == choice.Value),
        };
    }

    private static PlainWords Words(string text, int most) => new(SlackText.Plain(text, most));
}
