using System.Globalization;
using Bot.Benchmarks.Speed;
using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Benchmarks.Communities;

/// <summary>Facts of their own that communities lay over a base: every tenth changes one of the base, the others are new.</summary>
internal sealed class OwnFacts(FactMaker maker, int own)
{
    public static CommunityId Community(int number) => new(string.Create(CultureInfo.InvariantCulture, $"discord:{number}"));

    /// <summary>The same numbers in so many communities.</summary>
    public async Task Append(IJournal journal, FactBook book, int count, IReadOnlyList<int> numbers, CancellationToken cancellation)
    {
        for (var community = 0; community < count; community++)
        {
            await AppendTo(journal, book, community, numbers, cancellation);
        }
    }

    public async Task AppendTo(IJournal journal, FactBook book, int community, IReadOnlyList<int> numbers, CancellationToken cancellation)
    {
        var events = numbers.Select(number => Event(book, community, number)).ToList();
        await journal.Append(
            new Append
            {
                Command = new CommandId($"{numbers[0]}"),
                Community = Community(community),
                Story = book.Story.Slug,
                By = new PersonKey("somebody"),
                Reason = "",
                Events = [.. events.Select((happened, i) => new Proposed(new StreamId($"{community}/{numbers[i]}"), 0, happened))],
            },
            cancellation
        );
    }

    private StoryEvent Event(FactBook book, int community, int number)
    {
        var before = book.Facts[((community * own) + number) % book.Facts.Count];
        var (edition, says) = (new Edition(book.Story.Edition), maker.Next());
        return number % 10 == 0
            ? new StoryEvent.FactChanged(edition, before, before with { Says = says })
            : new StoryEvent.FactAdded(edition, before with { Id = new FactId($"~{community:x5}{number:x3}"), Says = says });
    }
}
