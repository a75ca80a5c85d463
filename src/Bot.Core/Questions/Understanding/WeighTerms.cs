using Bot.Core.Facts;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Understanding;

/// <summary>Turns words and names into the terms a matching text should hold, each with its weight and with what else will do.</summary>
internal static class WeighTerms
{
    public static Question Apply(Question question, Context context)
    {
        var terms = Choices.Lightened(question, Terms(question, context), context.Index);
        return question with { Terms = EachOnce(terms, Beside(question, terms, context)) };
    }

    private static List<Term> EachOnce(List<Term> asked, List<Term> beside)
    {
        var once = new List<Term>(asked.Count + beside.Count);
        foreach (var term in asked.Concat(beside))
        {
            if (!once.Exists(other => Identity(other) == Identity(term)))
            {
                once.Add(term);
            }
        }

        return once;
    }

    /// <summary>
    /// What was said beside the question counts a little, as far as the story speaks of it; it counts in full where the question has no word of
    /// content: "They did it. For what reason?"
    /// </summary>
    private static List<Term> Beside(Question question, List<Term> asked, Context context)
    {
        if (question.Beside.Count == 0)
        {
            return [];
        }

        var said = FindConcepts.Apply(FindNames.Apply(question with { Words = question.Beside, DateWords = [] }, context), context);
        var terms = Terms(said, context)
            .FindAll(term => term.Alternatives.Any(word => word.Credit >= TermWeights.PartOfPhrase && context.Index.Speaks(word.Term)));
        var share = asked.TrueForAll(term => term.Entity is not null || term.Weight < TermWeights.LeastAsked)
            ? 1
            : Math.Min(TermWeights.Beside, TermWeights.MostBeside * asked.Sum(term => term.Weight) / terms.Sum(term => term.Weight));
        return terms.ConvertAll(term => term with { Weight = term.Weight * share, Length = 0 });
    }

    private static List<Term> Terms(Question question, Context context)
    {
        var terms = new List<Term>();
        var ids = question.TermIds();
        for (var at = 0; at < question.Words.Count; )
        {
            if (MentionAt(question, at) is { } mention)
            {
                terms.Add(OfName(question, mention, context.Index));
                at += mention.Length;
                continue;
            }

            var (markers, length) = ids[at] < 0 ? ([], 0) : context.Index.Concepts.Longest(ids, at);
            if (length > 1 && !IsAllCue(question, at, length))
            {
                terms.Add(OfPhrase(question, at, length, markers, context.Index));
                at += length;
                continue;
            }

            if (!question.Words[at].IsStop && !question.IsCue(at) && !IsClock(question, at) && !IsAge(question, at))
            {
                terms.Add(OfWord(question, at, markers, context.Index));
            }

            at++;
        }

        return terms;
    }

    private static Mention? MentionAt(Question question, int at)
    {
        foreach (var mention in question.Mentions)
        {
            if (mention.At == at)
            {
                return mention;
            }
        }

        return null;
    }

    private static bool IsAllCue(Question question, int at, int length)
    {
        while (length > 0 && question.IsCue(at + length - 1))
        {
            length--;
        }

        return length == 0;
    }

    /// <summary>A date that says "known by" or "since" sets the clock and is not looked for.</summary>
    private static bool IsClock(Question question, int at) =>
        question.IsOfDate(at) && question.Dates.All(date => date.Role is not DateRole.Happened);

    /// <summary>"I'm 71": who asks tells of himself.</summary>
    private static bool IsAge(Question question, int at) =>
        at > 0 && char.IsDigit(question.Words[at].Normal[0]) && question.Words[at - 1].Normal is "am" or "im" or "i'm" or "aged";

    internal static bool IsDayOfMonth(Question question, int at) =>
        (at > 0 && ReadDates.MonthAt(question.Words, at - 1) is not null)
        || (at + 1 < question.Words.Count && ReadDates.MonthAt(question.Words, at + 1) is not null);

    private static Term OfName(Question question, Mention mention, StoryIndex index)
    {
        var marker = index.MarkerOf(mention.Entity.Id);
        var alternatives = new List<(int, float)> { (marker, 1f) };
        foreach (var entity in index.Book.Entities)
        {
            if (entity.Of == mention.Entity.Id || mention.Entity.Of == entity.Id)
            {
                alternatives.Add((index.MarkerOf(entity.Id), TermWeights.Related));
            }
        }

        var word = question.Words.Skip(mention.At).Take(mention.Length).FirstOrDefault(word => !word.IsStop);
        if (word is not null && index.IsUnmarked(mention.Entity.Id, word.TermId))
        {
            alternatives.Add((word.TermId, mention.Length == 1 ? 1 : TermWeights.PartOfPhrase));
        }

        var shown = Shown(question, mention.At, mention.Length);
        return new Term(shown, Weight(TermWeights.Name, index.Facts.Idf(marker)), alternatives, IsName: false, mention.Entity, Concepts: [])
        {
            At = mention.At,
            Length = mention.Length,
        };
    }

    /// <summary>"Pull the plug": the words count together; its first word of content alone counts a little less.</summary>
    private static Term OfPhrase(Question question, int at, int length, int[] markers, StoryIndex index)
    {
        var alternatives = markers.Select(marker => (marker, TermWeights.SameConcept)).ToList();
        if (question.Words.Skip(at).Take(length).FirstOrDefault(word => !word.IsStop) is { } first)
        {
            alternatives.Add((first.TermId, TermWeights.PartOfPhrase));
        }

        var rarity = question.Words.Skip(at).Take(length).Max(word => WordRanks.Rarity(word.Normal));
        var words = question.Words.Skip(at).Take(length);
        var light = words.All(word => word.IsStop || IsLight(word.Normal, index)) && !alternatives.Any(entry => index.Speaks(entry.marker));
        var weight = Weight(rarity, markers.Max(marker => index.Facts.Idf(marker))) * (light ? TermWeights.Light : 1);
        return new Term(Shown(question, at, length), weight, alternatives, IsName: false, Entity: null, Concepts(markers, index))
        {
            At = at,
            Length = length,
        };
    }

    private static Term OfWord(Question question, int at, int[] markers, StoryIndex index)
    {
        var word = question.Words[at];
        var rank = WordRanks.Of(word.Normal);
        var alternatives = new List<(int Term, float Credit)>();
        if (word.TermId >= 0)
        {
            alternatives.Add((word.TermId, 1f));
        }

        if (
            !question.IsOfDate(at)
            && !IsDayOfMonth(question, at)
            && NumberWords.WrittenOtherwise(word.Normal) is { } otherwise
            && index.Terms.Find(otherwise) is >= 0 and var same
        )
        {
            alternatives.Add((same, 1f));
        }

        foreach (var marker in markers)
        {
            alternatives.Add((marker, TermWeights.SameConcept));
        }

        AddPeople(word, alternatives, index);
        var spoken = alternatives.Exists(alternative => index.Speaks(alternative.Term));
        var isName = !spoken && UnknownWords.IsName(question, at, markers, index);
        if (
            !isName
            && !IsNumber(word.Normal)
            && ReadDates.MonthAt(question.Words, at) is null
            && !index.Lexicon.Names.Contains(word.Normal)
        )
        {
            alternatives.AddRange(index.Kin.Of(rank, word.TermId));
        }

        return new Term(
            word.Shown,
            Weight(WordRanks.Rarity(rank), spoken ? MostIdf(alternatives, index) : TermWeights.Unspoken)
                * (!spoken && (IsLight(word.Normal, index) || UnknownWords.IsSlang(question, at)) ? TermWeights.Light : 1),
            alternatives,
            isName,
            Entity: null,
            Concepts(markers, index)
        )
        {
            At = at,
            IsOfDate = char.IsDigit(word.Normal[0]) || question.IsOfDate(at) || ReadDates.MonthAt(question.Words, at) is not null,
        };
    }

    /// <summary>"The X government" for "Xia", as far as the story speaks of it.</summary>
    private static void AddPeople(Word word, List<(int Term, float Credit)> alternatives, StoryIndex index)
    {
        foreach (var term in Gentilics.SpokenOf(word, index))
        {
            if (!alternatives.Exists(known => known.Term == term))
            {
                alternatives.Add((term, TermWeights.SameConcept));
            }
        }
    }

    private static float MostIdf(List<(int Term, float Credit)> alternatives, StoryIndex index)
    {
        var most = 0f;
        foreach (var (term, credit) in alternatives)
        {
            most = Math.Max(most, credit * index.Facts.Idf(term));
        }

        return most;
    }

    internal static bool IsLight(string word, StoryIndex index) =>
        index.Lexicon.Light.Contains(word) || index.Lexicon.Light.Contains(Stemmer.Stem(word));

    /// <summary>A number has no stand-in, nor has a month: two is not three.</summary>
    private static bool IsNumber(string word) => char.IsDigit(word[0]) || NumberWords.Contains(word);

    private static string[] Concepts(int[] markers, StoryIndex index) => markers is [] ? [] : Array.ConvertAll(markers, index.Lexical.Name);

    private static string Shown(Question question, int at, int length) =>
        string.Join(' ', question.Words.Skip(at).Take(length).Select(word => word.Shown));

    private static (EntityId?, int, string) Identity(Term term) =>
        term.Entity is { } entity ? (entity.Id, 0, "")
        : term.Alternatives.Count > 0 ? (null, term.Alternatives[0].Term, "")
        : (null, 0, term.Shown);

    /// <summary>Half from English at large, half from this story: a word all facts share tells nothing apart.</summary>
    private static float Weight(float rarity, float idf) =>
        TermWeights.Any + (TermWeights.Rarity * Math.Min(rarity, 9f) / 9f) + (TermWeights.Idf * Math.Min(idf, 8f) / 8f);
}
