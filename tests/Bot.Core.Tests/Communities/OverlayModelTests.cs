using Bot.Core.Communities;
using Bot.Core.Facts;
using Bot.Core.Journal;
using FsCheck.Fluent;
using static Bot.Core.Tests.Communities.Changes;

namespace Bot.Core.Tests.Communities;

/// <summary>Events of a base and of a community in any order: at every position the layers show what two plain dictionaries of facts do.</summary>
public sealed class OverlayModelTests
{
    private static readonly StorySnapshot Start = RandomStories.Loaded(
        SmallBooks.Book(1, [.. "abcde".Select(id => SmallBooks.Fact($"{id}", $"The base says {id}."))])
    );

    [Fact]
    public void At_every_position_a_community_sees_its_own_facts_and_the_other_facts_of_the_base() =>
        Properties.Hold(
            Gen.Choose(0, int.MaxValue - 1),
            number =>
            {
                var model = new Model(new Random(number));
                for (var i = 0; i < 20; i++)
                {
                    model.Step();
                }

                var town = Base(model.Of(CommunityId.Base)).With(Town, [.. model.Of(Town)]);
                foreach (var (position, says) in model.Seen)
                {
                    town.At(position).Select(revision => revision.Fact.Says).ShouldBe(says, ignoreOrder: true, $"at {position}");
                }

                town.Book.Facts.Select(fact => fact.Says).ShouldBe(model.Seen[^1].Says, ignoreOrder: true);
                town.Book.Facts.ShouldAllBe(fact => town.Book.Find(fact.Id) == fact);
            }
        );

    private static StorySnapshot Base(IEnumerable<Envelope> events)
    {
        IReadOnlyList<Envelope> history = [.. Start.History, .. events];
        var revisions = StoryFold.Revisions(history);
        var book = SmallBooks.Book(2, [.. revisions.Where(revision => revision.To is null).Select(revision => revision.Fact)]);
        return StorySnapshot.Of(book, new Edition(2), history, revisions, RandomStories.Lexicon);
    }

    private sealed class Model(Random chance)
    {
        private readonly Dictionary<string, Fact> beneath = Start.Book.Facts.ToDictionary(fact => fact.Id.Value);

        /// <summary>What the community took over or gave itself; null: withdrawn.</summary>
        private readonly Dictionary<string, Fact?> own = [];
        private readonly List<Envelope> events = [];

        /// <summary>What the community sees after each event.</summary>
        public List<(long Position, IReadOnlyList<string> Says)> Seen { get; } = [];

        private IEnumerable<Fact> Visible =>
            own.Values.OfType<Fact>().Concat(beneath.Values.Where(fact => !own.ContainsKey(fact.Id.Value)));

        public IEnumerable<Envelope> Of(CommunityId community) => events.Where(envelope => envelope.Community == community);

        /// <summary>One thing more happens, to one of a few facts.</summary>
        public void Step()
        {
            var position = Start.Position + 1 + events.Count;
            if (chance.Next(2) == 0)
            {
                var id = $"{"abcdefg"[chance.Next(7)]}";
                Happen(CommunityId.Base, position, id, beneath.GetValueOrDefault(id), fact => Set(beneath, id, fact));
            }
            else
            {
                var ids = Visible.Select(fact => fact.Id.Value).Concat(own.Keys).Append("~1").Append("~2").Distinct().Order().ToList();
                var id = ids[chance.Next(ids.Count)];
                Happen(Town, position, id, Visible.FirstOrDefault(fact => fact.Id.Value == id), fact => own[id] = fact);
            }

            Seen.Add((position, [.. Visible.Select(fact => fact.Says)]));
        }

        private void Happen(CommunityId by, long position, string id, Fact? before, Action<Fact?> set)
        {
            var after = SmallBooks.Fact(id, $"At {position} {by} says {id}.");
            var happened =
                before is null ? Added(after)
                : chance.Next(3) == 0 ? Removed(before)
                : Changed(before, after);
            set(happened is StoryEvent.FactRemoved ? null : after);
            events.Add(Envelope(Start, by, happened, position));
        }

        private static void Set(Dictionary<string, Fact> facts, string id, Fact? fact)
        {
            facts.Remove(id);
            if (fact is not null)
            {
                facts[id] = fact;
            }
        }
    }
}
