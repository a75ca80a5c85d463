using Bot.Core.Communities;
using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Host.Api;

/// <summary>Question in, JSON record out, over one state of the stories.</summary>
internal sealed class Asking(Shelf shelf, Desk desk, TimeProvider time)
{
    /// <exception cref="RefusedException">There is no such story, or none at all.</exception>
    public AnswerBody Ask(AskRequest request)
    {
        var state = shelf.Now;
        var story = Story(shelf, state, request.Story);
        var started = time.GetTimestamp();
        var reply = desk.Handle(new Command.Ask(request.Question, request.AsOf), state, story.Story.Slug);
        var text = PlainText.Of(reply);
        var elapsed = time.GetElapsedTime(started);
        return reply is AnswerReply { Answer: var answer }
            ? Body(request.Question, answer, text, story, elapsed)
            : throw new RefusedException(reply.Headline);
    }

    /// <exception cref="RefusedException">There is no such story, or none at all.</exception>
    public static StorySnapshot Story(Shelf shelf, ShelfState state, string? slug)
    {
        if (state.LoadedAt is null)
        {
            throw new RefusedException("The stories are still being read: ask again in a moment.", StatusCodes.Status503ServiceUnavailable);
        }

        var known = shelf.Stories(state, CommunityId.Local).Select(each => each.Story.Slug.Value).ToList();
        if (known.Count == 0)
        {
            throw new RefusedException(
                "There is no story here yet: put a document into the folder of seeds.",
                StatusCodes.Status404NotFound
            );
        }

        if (shelf.Story(state, CommunityId.Local, slug) is { } story)
        {
            return story;
        }

        var wanted = slug ?? shelf.Settings(CommunityId.Local).Story!.Value.Value;
        var name = wanted.Length <= 80 ? wanted : wanted[..80] + "…";
        throw new RefusedException(
            $"There is no story '{name}'.{NearMiss.Question(wanted, known)} There is: {string.Join(", ", known.Take(20))}.",
            StatusCodes.Status404NotFound
        );
    }

    private AnswerBody Body(string question, Answer answer, string text, StorySnapshot story, TimeSpan elapsed)
    {
        var presenter = new Presenter(story, story.DayOf(time.GetUtcNow()));
        return new AnswerBody
        {
            Question = question,
            Outcome = answer.Outcome.Word,
            Reason = answer.Outcome.ReasonWord,
            Text = text,
            Confidence = answer.Confidence,
            Facts = [.. answer.Facts.Select(fact => Body(fact, story.Book, presenter))],
            Nearest = [.. answer.Nearest.Select(fact => Body(fact, story.Book, presenter))],
            Passages = [.. answer.Passages.Select(Body)],
            AsOf = new AsOfBody(answer.AsOf.Known, answer.AsOf.Happened),
            ElapsedMicroseconds = (long)elapsed.TotalMicroseconds,
        };
    }

    private static FactBody Body(ScoredFact scored, FactBook book, Presenter presenter)
    {
        var fact = scored.Fact;
        var attribution = presenter.Attribution(fact);
        return new FactBody
        {
            Id = fact.Id.Value,
            Revision = scored.Revision.Number,
            Kind = Vocabulary.Word(fact.Kind),
            Status = Vocabulary.Word(fact.Status),
            Says = fact.Says,
            Quote = fact.Quote,
            Speaker = attribution.Speaker,
            Actor = fact.Actors.Count == 0 ? null : string.Join(", ", fact.Actors.Select(id => book[id].Name)),
            On = fact.On?.ToString(),
            Known = PartialDate.Of(fact.Known).ToString(),
            Checked = fact.Checked is { } day ? PartialDate.Of(day).ToString() : null,
            Marks = attribution.Marks,
            Sources = [.. attribution.Sources.Select(Body)],
            Score = scored.Score,
        };
    }

    private static SourceBody Body(Citation citation) =>
        new(
            citation.Source.Id.Value,
            citation.Source.Title,
            citation.Source.Publisher,
            citation.Source.Url,
            citation.Source.Origin,
            citation.Sentence
        );

    private static PassageBody Body(ScoredPassage scored) =>
        new(scored.Passage.Seed.Value, scored.Passage.Start, scored.Passage.End, scored.Passage.Text, scored.Score);
}
