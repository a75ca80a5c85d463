namespace Bot.Slack.SocketMode;

/// <summary>
/// What came in lately, so that each thing is answered once. It is acknowledged wherever it came: the same envelope in the same way, since nobody knows which of its
/// acknowledgements arrives; another envelope of the same thing without the answer, unless the connection over which that went is gone.
/// </summary>
internal sealed class Inbox
{
    /// <summary>However many come, memory stays within some megabytes.</summary>
    private const int Most = 100_000;

    private static readonly TimeSpan Known = TimeSpan.FromMinutes(15);

    /// <summary>Slack waits three seconds; nobody asks for an answer of before.</summary>
    private static readonly TimeSpan AnswerKept = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Came> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Came> unanswered = [];
    private readonly Queue<(Came Came, TimeSpan Until)> all = new();
    private readonly Queue<(Came Came, TimeSpan Until)> answers = new();
    private int last;

    public bool HasUnanswered => unanswered.Count > 0;

    /// <summary>How many things of a connection still wait for their answer.</summary>
    public int Waiting(int link) => unanswered.Values.Count(came => came.At.Any(at => at.Link == link));

    /// <param name="frame">With an envelope's id.</param>
    public IEnumerable<Act> Take(int link, SocketFrame frame, TimeSpan now)
    {
        Clean(now);
        var at = new Delivered(link, frame.EnvelopeId!, frame.AcceptsResponsePayload);
        var keys = EnvelopeKeys.Of(frame).ToList();
        if (keys.Select(byKey.GetValueOrDefault).FirstOrDefault(known => known is not null) is not { } came)
        {
            came = new Came(keys);
            unanswered.Add(++last, came);
            all.Enqueue((came, now + Known));
            keys.ForEach(key => byKey[key] = came);
            came.At.Add(at);
            return [new Act.Deliver(last, frame)];
        }

        came.At.Add(at);
        return came.IsAnswered ? [Acknowledge(came, at)] : [];
    }

    /// <summary>Something was answered.</summary>
    /// <param name="answer">JSON; null: only that it came.</param>
    /// <param name="isOpen">Whether a connection is there.</param>
    public IEnumerable<Act> Answer(int number, byte[]? answer, Func<int, bool> isOpen, TimeSpan now)
    {
        if (!unanswered.Remove(number, out var came))
        {
            return [];
        }

        (came.IsAnswered, came.Answer) = (true, answer);
        answers.Enqueue((came, now + AnswerKept));
        return [.. came.At.Where(at => isOpen(at.Link)).Select(at => Acknowledge(came, at))];
    }

    /// <summary>Something was not taken after all.</summary>
    public void Forget(int number)
    {
        if (unanswered.Remove(number, out var came))
        {
            came.Keys.ForEach(key => byKey.Remove(key));
        }
    }

    /// <summary>A connection is gone, and with it what was sent last: the answer may be wanted again.</summary>
    public void Gone(int link)
    {
        foreach (var (came, _) in answers.Where(each => each.Came.Carrier?.Link == link))
        {
            came.Carrier = null;
        }
    }

    private static Act.Send Acknowledge(Came came, Delivered at)
    {
        if (came.Answer is not { } answer || !at.TakesAnswer || (came.Carrier is { } carrier && carrier.EnvelopeId != at.EnvelopeId))
        {
            return new Act.Send(at.Link, Ack.Of(at.EnvelopeId, null));
        }

        came.Carrier = at;
        return new Act.Send(at.Link, Ack.Of(at.EnvelopeId, answer));
    }

    private void Clean(TimeSpan now)
    {
        while (answers.TryPeek(out var answered) && answered.Until <= now)
        {
            answers.Dequeue().Came.Answer = null;
        }

        while (all.TryPeek(out var oldest) && (oldest.Until <= now || all.Count > Most))
        {
            all.Dequeue();
            oldest.Came.Keys.Where(key => byKey.GetValueOrDefault(key) == oldest.Came).ToList().ForEach(key => byKey.Remove(key));
        }
    }

    private readonly record struct Delivered(int Link, string EnvelopeId, bool TakesAnswer);

    private sealed class Came(List<string> keys)
    {
        public List<string> Keys => keys;
        public List<Delivered> At { get; } = [];
        public bool IsAnswered { get; set; }
        public byte[]? Answer { get; set; }

        /// <summary>Where the answer went; null while it has to go.</summary>
        public Delivered? Carrier { get; set; }
    }
}
