using Bot.Core.Conversation;
using Bot.Core.Delivery;

namespace Bot.Core.Operating;

/// <summary>Told of a line that the operator's channel did not take.</summary>
public delegate void NotTold(string sentence, string why);

/// <summary>What is done every few minutes: what needs a person is said in the operator's channel, once until it is mended, by whichever replica comes first.</summary>
public sealed class OperatorRound(
    OperatorChannel channel,
    IEnumerable<IPlatform> platforms,
    IEnumerable<ILookout> lookouts,
    IConcerns concerns,
    TimeProvider time,
    NotTold notTold
)
{
    public async Task Turn(CancellationToken cancellation)
    {
        foreach (var lookout in lookouts)
        {
            if (await lookout.Look(cancellation) is not { } now)
            {
                continue;
            }

            var told = await concerns.OfKind(lookout.Kind, cancellation);
            foreach (var concern in now.Where(concern => !told.Contains(concern.Key)))
            {
                await Tell(concern, cancellation);
            }

            foreach (var mended in told.Except(now.Select(concern => concern.Key)))
            {
                await concerns.Remove(mended, cancellation);
            }
        }
    }

    private async Task Tell(Concern concern, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (!await concerns.Add(concern.Key, now, cancellation))
        {
            return;
        }

        var platform = platforms.First(each => each.Serves(channel.Community));
        var sent = await platform.Post(
            new OutgoingPost
            {
                Community = channel.Community,
                Delivery = new DeliveryId($"concern {concern.Key} {now.ToUnixTimeSeconds()}"),
                Place = channel.Place,
                Story = null,
                Reply = new Notice { Headline = concern.Sentence },
            },
            cancellation
        );
        if (sent is Sent.Refused { Why: var why })
        {
            // The next look tries again.
            await concerns.Remove(concern.Key, cancellation);
            notTold(concern.Sentence, why.Sentence);
        }
        else if (sent is Sent.Unknown unknown)
        {
            notTold(concern.Sentence, unknown.Sentence);
        }
    }
}
