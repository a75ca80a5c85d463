using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>Puts a sentence before those of a higher score where the form of the question says which must be meant: whose words, what number, who that is.</summary>
internal static class PutForward
{
    /// <param name="ranked">Best first.</param>
    public static void Apply(PassageView view, List<(int Number, float Score)> ranked)
    {
        if (ranked.Count > 0)
        {
            Words(view, ranked);
            Source(view, ranked);
            Number(view, ranked);
            Introduction(view, ranked);
            Told(view, ranked);
            Deed(view, ranked);
        }
    }

    /// <summary>The best sentence in which whoever is asked to have spoken speaks goes first.</summary>
    private static void Words(PassageView view, List<(int Number, float Score)> ranked)
    {
        if (view.Speech is not { } speech)
        {
            return;
        }

        view.MoveTo(ranked[0].Number);
        var held = view.Question.YesNo || !speech.IsAbout(view) ? 0 : speech.Matter(view.Worded);
        PutFirst(view, ranked, () => speech.Matter(view.Worded) >= held && speech.IsTold(view));
        GoOn(view, ranked, speech);
    }

    /// <summary>"Holt heard the case. She said the risk was small": where the words of the matter are only in the sentence behind the speaker's, and somebody speaks there.</summary>
    private static void GoOn(PassageView view, List<(int Number, float Score)> ranked, Speech speech)
    {
        view.MoveTo(ranked[0].Number);
        if (speech.IsAbout(view) && speech.Matter(view.Worded) == 0 && speech.GoesOn(view))
        {
            var next = ranked[0].Number + 1;
            PutFirst(view, ranked, () => view.Number == next && speech.Matter(view.Worded) > 0);
        }
    }

    /// <summary>"According to X": the best sentence that names X goes first, where the first does not.</summary>
    private static void Source(PassageView view, List<(int Number, float Score)> ranked)
    {
        var source = view.Wording.SourceAsked;
        view.MoveTo(ranked[0].Number);
        if (source != 0 && (source & ~view.Worded.Held) != 0)
        {
            PutFirst(view, ranked, () => (source & ~view.Worded.Held) == 0 && IsOfMore(view, source));
        }
    }

    /// <summary>Whether the sentence holds more of the question than whose account it is, or what could be the answer.</summary>
    private static bool IsOfMore(PassageView view, ulong source) =>
        (view.Worded.Held & ~source) != 0 || (view.Sort != Sort.Any && FittingWords.Has(view.Sort, view));

    /// <summary>The best sentence that gives the number of what is counted goes first, if it holds as much of the question.</summary>
    private static void Number(PassageView view, List<(int Number, float Score)> ranked)
    {
        if (view.Counted is not { } counted)
        {
            return;
        }

        view.MoveTo(ranked[0].Number);
        var held = view.Worded.Held;
        PutFirst(view, ranked, () => (held & ~view.Worded.Held) == 0 && counted.IsTold(view));
    }

    /// <summary>Where the first lacks what is asked for, the best that does not goes first, if it holds as much of the question.</summary>
    private static void Told(PassageView view, List<(int Number, float Score)> ranked)
    {
        view.MoveTo(ranked[0].Number);
        var held = view.Worded.Held;
        if (view.Untold.Is(view))
        {
            PutFirst(view, ranked, () => (held & ~view.Worded.Held) == 0 && !view.Untold.Is(view));
        }
    }

    /// <summary>"Who is X", "what is X": the sentence that names X first says who or what that is.</summary>
    private static void Introduction(PassageView view, List<(int Number, float Score)> ranked)
    {
        view.MoveTo(ranked[0].Number);
        var held = view.Worded.Held;
        if (held == 0 || !IsIntroductionAsked(view.Question))
        {
            return;
        }

        var first = view.Document.From;
        while (first < ranked[0].Number)
        {
            view.MoveTo(first);
            if ((held & ~view.Worded.Held) == 0)
            {
                break;
            }

            first++;
        }

        if (ranked.FindIndex(entry => entry.Number == first) is > 0 and var at)
        {
            Raise(ranked, at);
        }
    }

    /// <summary>"What did X do": a report tells first what it is about, so the first sentence that holds as much goes first.</summary>
    private static void Deed(PassageView view, List<(int Number, float Score)> ranked)
    {
        if (!IsDeedAsked(view.Question))
        {
            return;
        }

        view.MoveTo(ranked[0].Number);
        var (held, seed, at) = (view.Worded.Held, view.Passage.Seed, 0);
        for (var i = 1; i < ranked.Count; i++)
        {
            view.MoveTo(ranked[i].Number);
            var isFit = view.Passage.Seed == seed && view.Passage.IsWhole && (held & ~view.Worded.Held) == 0;
            at = isFit && ranked[i].Number < ranked[at].Number ? i : at;
        }

        if (at > 0)
        {
            Raise(ranked, at);
        }
    }

    /// <summary>Nothing is said of the deed: "what has X done so far".</summary>
    private static bool IsDeedAsked(Question question) =>
        question.Words is [{ Normal: "what" }, { Normal: "did" or "has" or "have" or "does" }, ..]
        && question.First(static word => word is "do" or "done") is > 2 and var done
        && question.Words.Skip(done + 1).All(static word => word.IsStop || word.Normal is "far" or "exactly");

    /// <summary>"Who was arrested" asks for no introduction.</summary>
    private static bool IsIntroductionAsked(Question question) =>
        question.Words is [{ Normal: "who" or "what" }, { Normal: "is" or "are" or "was" or "were" }, ..]
        && question
            .Words.Skip(2)
            .SkipWhile(word => word.Normal is "the" or "a" or "an" or "this")
            .All(word => !word.IsStop && !Participles.IsOne(word.Normal));

    private static void PutFirst(PassageView view, List<(int Number, float Score)> ranked, Func<bool> isTold)
    {
        var at = ranked.FindIndex(entry =>
        {
            view.MoveTo(entry.Number);
            return isTold();
        });
        if (at > 0)
        {
            Raise(ranked, at);
        }
    }

    /// <summary>It is then as sure as the one it goes before.</summary>
    private static void Raise(List<(int Number, float Score)> ranked, int at)
    {
        var raised = (ranked[at].Number, ranked[0].Score);
        ranked.RemoveAt(at);
        ranked.Insert(0, raised);
    }
}
