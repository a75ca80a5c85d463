using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Journal;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <summary>From a verified interaction to its answer, at once: every look-up is ready in far less than the three seconds there are.</summary>
internal sealed class InteractionHandler(Desk desk, Shelf shelf)
{
    /// <summary>Null for an interaction of a kind that is not answered here.</summary>
    public InteractionResponse? Answer(Interaction interaction) =>
        interaction switch
        {
            { Type: Interaction.Ping } => InteractionResponse.Pong,
            { Type: Interaction.Command, Data: { Type: ApplicationCommand.Message } data } => Say(MenuReader.Read(data), interaction),
            { Type: Interaction.Command, Data: { } data } => Say(CommandReader.Parse(CommandReader.Read(data)), interaction),
            { Type: Interaction.Component, Data: { } data } => Press(data, interaction),
            { Type: Interaction.Autocomplete, Data: { } data } => InteractionResponse.Suggest(Suggest(data, interaction)),
            _ => null,
        };

    /// <summary>What is said where answering failed; the reference stands in the log too.</summary>
    public static InteractionResponse? Failed(Interaction interaction, string reference) =>
        interaction.Type switch
        {
            Interaction.Autocomplete => InteractionResponse.Suggest([]),
            Interaction.Command or Interaction.Component => Notice(AnswerFaults.Words(reference)),
            _ => null,
        };

    private InteractionResponse Say(Parsed parsed, Interaction interaction) =>
        InteractionResponse.Privately(Message(parsed, Community(interaction)));

    /// <summary>What is said to something read, wherever it was written.</summary>
    public MessageData Message(Parsed parsed, CommunityId community) =>
        Renderer.Render(
            parsed switch
            {
                Parsed.Understood understood => Noted(desk.Handle(understood.Command, story: null, community), understood.Note),
                Parsed.NotUnderstood not => not.Reply,
                _ => throw new UnreachableException(),
            }
        );

    private static Reply Noted(Reply reply, string? note) => note is null ? reply : reply with { Parts = [new Hint(note), .. reply.Parts] };

    private InteractionResponse Press(InteractionData data, Interaction interaction) =>
        ButtonId.Command(data.CustomId) is { } command
            ? Say(Grammar.Parse(command), interaction)
            : Notice("This button is of another version of Dateline, and does nothing here any more. Ask again, and use the new ones.");

    private List<Choice> Suggest(InteractionData data, Interaction interaction)
    {
        var sent = CommandReader.Read(data);
        if (sent.Focused is not { } option || shelf.Story(shelf.Now, Community(interaction)) is not { } story)
        {
            return [];
        }

        return
        [
            .. Completion
                .Suggest($"/{sent.Path} {option}:{sent.Values[option]}", story)
                .Where(suggestion => suggestion.Label.Length <= Limits.Choice)
                .DistinctBy(suggestion => suggestion.Label)
                .Take(Limits.Choices)
                .Select(suggestion => new Choice(DiscordText.Plain(suggestion.Label), suggestion.Label)),
        ];
    }

    /// <summary>The guild that installed the bot; nobody where only a person did, or in a direct message.</summary>
    private static CommunityId Community(Interaction interaction) =>
        interaction.Installed is { } guild ? new CommunityId($"discord:{guild}") : CommunityId.Base;

    private static InteractionResponse Notice(string sentence) => InteractionResponse.Privately(new MessageData(sentence, [], []));
}
