using Bot.Core.Conversation;
using Bot.Core.Conversation.Forms;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Slack.Asking;
using Bot.Slack.Events;
using Bot.Slack.Moderating;
using Bot.Slack.Pictures;
using Bot.Slack.Rendering;
using Bot.Slack.Wire;

namespace Bot.Slack.Digests;

/// <summary>What is asked about digests. Who moderates facts sets them up too.</summary>
internal sealed class DigestCommands(
    DigestDesk desk,
    WorkspaceModerators moderators,
    FormWindows windows,
    PictureButton pictures,
    SlackNames names
)
{
    /// <summary>Null for what is not about digests.</summary>
    /// <param name="by">What it was asked by: with what Slack gives out once it names what brought it.</param>
    public Func<CancellationToken, Task<LaterAnswer?>>? Asked(Parsed parsed, Asker asker, Origin origin, string by) =>
        parsed is not Parsed.Understood { Command: Command.OfDigests command }
            ? null
            : async cancellation =>
            {
                if (origin.TriggerId is not { } trigger)
                {
                    return LaterAnswer.Notice(StandingWords.NotTold);
                }

                var who = await Who(asker, $"{by} {trigger}", cancellation);
                var zone = command is Command.PlanDigest ? await moderators.Zone(asker, cancellation) : null;
                var said = await desk.Do(command, who with { Zone = zone }, names.Typed, cancellation);
                return said.Reply is Form form
                    ? await windows.Open(form, origin, trigger, cancellation)
                    : new LaterAnswer(Renderer.Render(await Shown(said, asker, cancellation)));
            };

    /// <summary>Whether a form is about digests.</summary>
    public bool IsFor(OpenView form, Interaction interaction) =>
        Asker.Of(interaction) is var asker && desk.IsFor(form.PrivateMetadata, asker.Community, asker.User);

    public Task<Handled> Submit(OpenView form, Interaction interaction) =>
        windows.Answer(form, interaction, Submitted(form, Asker.Of(interaction), interaction.TriggerId));

    private async Task<Reply> Submitted(OpenView form, Asker asker, string? trigger)
    {
        if (trigger is null)
        {
            return new Refusal { Headline = StandingWords.NotTold };
        }

        var who = await Who(asker, $"form {trigger}", CancellationToken.None);
        return (await desk.Submit(form.PrivateMetadata, FormReader.Values(form), who, names.Typed, CancellationToken.None)).Reply;
    }

    private async Task<DigestAsker> Who(Asker asker, string delivery, CancellationToken cancellation) =>
        new(await moderators.Of(asker, cancellation), asker.Channel, new DeliveryId(delivery));

    /// <summary>A picture is shown to nobody alone but in direct messages, so it goes there.</summary>
    private async Task<Reply> Shown(DigestSaid said, Asker asker, CancellationToken cancellation) =>
        said is { Picture: { } picture, Reply: var reply }
            ? reply with
            {
                Parts = [.. reply.Parts, new Hint(await pictures.Send(reply.Headline, picture, asker, cancellation))],
            }
            : said.Reply;
}
