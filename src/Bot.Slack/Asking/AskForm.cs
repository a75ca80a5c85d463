using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Slack.Api;
using Bot.Slack.Events;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;
using Bot.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Asking;

/// <summary>The form for a question, and the window that its answer is shown in: from anywhere in Slack, so that there is no channel to answer in.</summary>
/// <param name="api">Null where the service has no token, so that there are no windows.</param>
internal sealed partial class AskForm(Replies replies, Shelf shelf, ILogger<AskForm> logger, ISlackApi? api = null)
{
    /// <summary>The button that opens it.</summary>
    public const string OpenId = "1:form:ask";

    private const string Id = "ask";
    private const string Question = "question";
    private const string Known = "known";
    private const string AsOf = "as-of";

    internal static View Form { get; } =
        new([
            new InputField(new PlainWords("Your question"), new TextInput(Question) { MaxLength = Grammar.Longest })
            {
                BlockId = Question,
                Optional = true,
                Hint = new PlainWords("Leave all of it empty for the story so far."),
            },
            new InputField(new PlainWords("Or one that others ask"), new ExternalSelect(Known, new PlainWords("Type a word of it")))
            {
                BlockId = Known,
                Optional = true,
            },
            new InputField(new PlainWords("As we knew it on that day"), new DatePicker(AsOf)) { BlockId = AsOf, Optional = true },
        ])
        {
            CallbackId = Id,
            Title = Window.Title,
            Submit = new PlainWords("Ask"),
            Close = Window.Close,
        };

    public Handled Open(Interaction interaction) =>
        api is not null && interaction.TriggerId is { } trigger
            ? new Handled(Then: async cancellation =>
            {
                if (await api.OpenView(Asker.Of(interaction).Community, trigger, Form, cancellation) is Outcome<NoContent>.NotDone failed)
                {
                    Log.NotOpened(logger, failed.Why.Sentence);
                }
            })
            : new Handled();

    /// <summary>The answer, in the window that was submitted; null for another window.</summary>
    public Handled? Submitted(Interaction interaction) =>
        interaction is { View: { CallbackId: Id, State.Values: var values } }
            ? new Handled(SlackJson.Write(SubmissionAnswer.Show(Window.Of(replies.To(Read(values ?? []), Asker.Of(interaction))))))
            : null;

    public OptionList Suggest(Interaction interaction) =>
        interaction.ActionId == Known && shelf.Story(shelf.Now, Asker.Of(interaction).Community) is { } story
            ? new OptionList([
                .. Completion
                    .Suggest((interaction.Value ?? "").TrimStart('/', ' '), story)
                    .Select(suggestion => suggestion.Label)
                    .Where(label => label.Length <= Limits.Option)
                    .Distinct()
                    .Select(label => Rows.Option(label, label)),
            ])
            : new OptionList([]);

    /// <summary>What was typed, else what was chosen.</summary>
    private static Parsed Read(Dictionary<string, Dictionary<string, FieldValue>> values)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Value(Question)?.Value?.Trim() is { Length: > 0 } typed)
        {
            read[Question] = typed;
        }
        else if (Value(Known)?.SelectedOption?.Value is { Length: > 0 } chosen)
        {
            read[Question] = chosen;
        }

        if (Value(AsOf)?.SelectedDate is { Length: > 0 } day)
        {
            read[AsOf] = day;
        }

        return Grammar.Read(Catalogue.Find("ask")!, read);

        FieldValue? Value(string name) => values.GetValueOrDefault(name)?.GetValueOrDefault(name);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The form for a question was not opened. {Why}")]
        public static partial void NotOpened(ILogger logger, string why);
    }
}
