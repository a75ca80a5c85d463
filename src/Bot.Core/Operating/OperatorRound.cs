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

        switch (await Post(concern, now, cancellation))
        {
            case Sent.Refused refused:
                // The next look tries again.
                await concerns.Remove(concern.Key, cancellation);
                notTold(concern.Sentence, refused.Why.Sentence);
                break;
            case Sent.Unknown unknown:
                notTold(concern.Sentence, unknown.Sentence);
                break;
        }
    }

    /// <summary>Told twice is better than never: where it is called off or fails, the next look tries again.</summary>
    private async Task<Sent> Post(Concern concern, DateTimeOffset now, CancellationToken cancellation)
    {
        var platform = platforms.First(each => each.Serves(channel.Community));
        try
        {
            return await platform.Post(
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
        }
        catch
        {
            await concerns.Remove(concern.Key, CancellationToken.None);
            throw;
        }
    }
}
