using System.Diagnostics;
using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Moderating;
using Bot.Core.Conversation.Wording;
using Bot.Core.Delivery;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Digests;

/// <summary>Where commands about digests are done: they are kept, tried out and sent. It takes longer than an answer, so it is acknowledged first.</summary>
/// <param name="note">Null: nobody keeps count.</param>
public sealed class DigestDesk(
    IDigests digests,
    DigestSetup setup,
    RunningDigests running,
    DigestChannel channel,
    DigestReports reports,
    DigestPictures pictures,
    ButtonIds buttons,
    Shelf shelf,
    NoteReply? note = null
)
{
    /// <summary>Whether a form that came back is for this desk.</summary>
    public bool IsFor(string? form, CommunityId community, UserId by) =>
        buttons.ReadForm(form, community, by) is SentForm.Live { Form.Kind: FormKind.Digest };

    /// <summary>What everybody shall see is for who moderates; why it is so anybody may ask.</summary>
    /// <param name="naming">How commands are called where the reply is read.</param>
    public async Task<DigestSaid> Do(Command.OfDigests command, DigestAsker asker, Naming naming, CancellationToken cancellation)
    {
        var said = await Pass(
            command is Command.WhyDigest,
            asker,
            naming,
            async (story, all) =>
            {
                var reply = await Do(command, story, all, asker, cancellation);
                return new DigestSaid(reply, await Picture(reply, story, asker, cancellation));
            },
            cancellation
        );
        note?.Invoke(command.GetType().Name, asker.Community, said.Reply);
        return said;
    }

    /// <summary>What was filled in on a form.</summary>
    /// <param name="id">What the form carried.</param>
    /// <param name="values">By the fields' keys; what was left empty may be missing.</param>
    public Task<DigestSaid> Submit(
        string? id,
        IReadOnlyDictionary<string, string> values,
        DigestAsker asker,
        Naming naming,
        CancellationToken cancellation
    ) =>
        Pass(
            isForAnybody: false,
            asker,
            naming,
            async (story, all) =>
                buttons.ReadForm(id, asker.Community, asker.By.User) is SentForm.Live { Form: { Digest: { } sent, Story: var about } }
                && about == story.Story.Slug.Handle
                    ? await setup.Submit(sent, values, story, all, asker, cancellation)
                    : DigestSaid.No(ButtonWords.AnotherStory),
            cancellation
        );

    /// <summary>The one gate: who may not is refused, and so is all while no story is there.</summary>
    /// <param name="beyond">What is said to whoever may, from the story and the digests that there are.</param>
    private async Task<DigestSaid> Pass(
        bool isForAnybody,
        DigestAsker asker,
        Naming naming,
        Func<StorySnapshot, IReadOnlyList<Schedule>, Task<DigestSaid>> beyond,
        CancellationToken cancellation
    )
    {
        if (!isForAnybody && asker.By.Standing is not Standing.Moderator)
        {
            return new DigestSaid(Denials.Refusal(asker.By.Standing, naming));
        }

        if (shelf.Story(shelf.Now, asker.Community) is not { } story)
        {
            return DigestSaid.No(CommandWords.NothingLoaded);
        }

        var said = await beyond(story, await digests.OfCommunity(asker.Community, cancellation));
        return said with { Reply = NamedReply.Of(said.Reply, naming) };
    }

    private async Task<Reply> Do(
        Command.OfDigests command,
        StorySnapshot story,
        IReadOnlyList<Schedule> all,
        DigestAsker asker,
        CancellationToken cancellation
    ) =>
        command switch
        {
            Command.PlanDigest plan => WhichDigest.Target(plan.Which, all, asker.Place) is { } place
                ? setup.Form(place, plan.Typed, story, all, asker)
                : Refuse(WhichDigest.Nowhere(plan.Which, all)),
            Command.ScheduleDigest schedule => WhichDigest.Target(schedule.Which, all, asker.Place) is { } place
                ? await setup.SetUp(place, schedule.Timing, story, all, asker, cancellation)
                : Refuse(WhichDigest.Nowhere(schedule.Which, all)),
            Command.ListDigests => await reports.List(all, cancellation),
            Command.WhyDigest => await reports.Why(all, story, asker.Place, cancellation),
            Command.PreviewDigest when all.Count == 0 => reports.Preview(null, story),
            Command.OfDigest of => WhichDigest.Meant(of.Which, all, asker.Place) is { } meant
                ? await Do(of, meant, story, asker, cancellation)
                : Refuse(DigestWords.WhichOne(all, of.Which)),
            _ => throw new UnreachableException(),
        };

    private async Task<Reply> Do(
        Command.OfDigest command,
        Schedule meant,
        StorySnapshot story,
        DigestAsker asker,
        CancellationToken cancellation
    ) =>
        command switch
        {
            Command.PreviewDigest => reports.Preview(meant, story),
            Command.TestDigest => await channel.Test(meant, story, asker, cancellation),
            Command.DigestNow => await running.Now(meant, cancellation),
            Command.PauseDigest pause => await running.Pause(meant, pause.Reason, cancellation),
            Command.ResumeDigest => await running.Resume(meant, cancellation),
            Command.RemoveDigest => await running.Remove(meant, cancellation),
            _ => throw new UnreachableException(),
        };

    /// <summary>Drawn for nobody where nobody sees it.</summary>
    private async Task<PostPicture?> Picture(Reply reply, StorySnapshot story, DigestAsker asker, CancellationToken cancellation) =>
        asker.SeesPicture && reply is Digest { Shows: { } timeline } ? await pictures.Of(timeline, story.Story.Title, cancellation) : null;

    private static Refusal Refuse(string sentence) => new() { Headline = sentence };
}
