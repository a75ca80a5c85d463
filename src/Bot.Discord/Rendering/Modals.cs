using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>A form as Discord shows one (<see href="https://discord.com/developers/docs/components/using-modal-components"/>). Nothing there is read as markdown.</summary>
internal static class Modals
{
    private const int OneLine = 1;
    private const int Paragraph = 2;

    public static InteractionResponse Of(Form form) =>
        InteractionResponse.Modal(form.Id, Cutting.Shorten(form.Title, Limits.FormTitle), [.. form.Fields.Select(Field)]);

    private static Label Field(FormField field) =>
        new(
            Cutting.Shorten(field.Label, Limits.FormLabel),
            field.Hint is { } hint ? Cutting.Shorten(hint, Limits.FormDescription) : null,
            field switch
            {
                FormField.OneLine text => Input(text, OneLine, text.Most),
                FormField.Paragraph text => Input(text, Paragraph, text.Most),
                FormField.Day day => Input(day, OneLine, LongestDate),
                FormField.People people => new UserSelect(
                    people.Key,
                    Cutting.Shorten(people.Label, Limits.Choice),
                    [.. people.Chosen.Select(user => new DefaultUser(user))],
                    people.Most,
                    people.IsRequired
                ),
                FormField.Choice choice => new StringSelect(
                    choice.Key,
                    Cutting.Shorten(choice.Label, Limits.Choice),
                    [
                        .. choice.Options.Select(option => new SelectOption(
                            Cutting.Shorten(DiscordText.Plain(option.Label), Limits.Choice),
                            option.Value,
                            option.Value == choice.Value
                        )),
                    ]
                ),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );

    /// <summary>Two days with all that can stand around them.</summary>
    private const int LongestDate = 30;

    /// <summary>What stands there at first is whole, also where it is longer than what is asked for.</summary>
    private static TextInput Input(FormField field, int style, int most)
    {
        var value = field.Value is { Length: > 0 } given ? Cutting.Shorten(given, Limits.FormValue) : null;
        return new TextInput(field.Key, style, field.IsRequired, Math.Max(most, value?.Length ?? 0), value);
    }
}
