using Bot.Core.Conversation.Wording;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Conversation.Handlers;

/// <summary>Facts that were shown before, as they stand today. What is not given any more is left out.</summary>
internal static class ShowAgainHandler
{
    /// <summary>How many statements the first line may hold.</summary>
    private const int InHeadline = 3;

    public static Reply Handle(Command.ShowAgain command, Room room)
    {
        if (command.Story != room.Story.Story.Slug.Handle)
        {
            return new Refusal { Headline = ButtonWords.AnotherStory };
        }

        var now = new InForce(room.Story, new AsOf());
        var (given, changed) = (new List<Revision>(), false);
        foreach (var (handle, shown) in command.Facts)
        {
            var fact = room.Book.WithHandle(handle) is { } id ? room.Book.Find(id) : null;
            if (fact is not null && now.Of(fact.Id) is { } target)
            {
                given.Add(room.Story.Revisions[target]);
                changed |= room.Story.Revisions[target].Number != shown;
            }
            else
            {
                changed = true;
            }
        }

        return given.Count == 0
            ? new Refusal { Headline = ButtonWords.NothingLeft }
            : new ShownAgain(changed)
            {
                Headline = room.Presenter.Statements(given.Select(revision => revision.Fact), InHeadline),
                Parts = room.Presenter.Parts(given),
                Foot = Feet.Of(room.Book, given.Select(revision => revision.Fact), room.Today),
            };
    }
}
