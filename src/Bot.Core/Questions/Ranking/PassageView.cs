using Bot.Core.Facts;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;
using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Ranking;

/// <summary>
/// One question that looks at one sentence after the other: how much of each of its terms, 0..1, the sentence holds, its neighbours, its
/// paragraph, its document. Made for one question; not for several threads.
/// </summary>
internal sealed class PassageView
{
    /// <summary>Of a paragraph so many sentences either way are looked at.</summary>
    private const int Reach = 4;

    /// <summary>A term is told by another word from this credit on.</summary>
    private const float Akin = 0.7f;

    private readonly TermMatcher matcher;
    private readonly SentenceTable sentences;
    private readonly Dictionary<SeedId, DocumentView> documents = [];
    private readonly float[] nothing;
    private readonly float[] around;
    private readonly float[] meant;

    /// <param name="known">Looks for the terms of this question already; null: none does.</param>
    public PassageView(Question question, StoryIndex index, TermMatcher? known = null)
    {
        (Question, Index) = (question, index);
        var terms = question.Terms;
        (English, Local) = (new float[terms.Count], new float[terms.Count]);
        for (var i = 0; i < terms.Count; i++)
        {
            (English[i], Local[i]) = (EnglishWeight(terms[i], index), LocalWeight(terms[i], index));
        }

        Rarity = English.Sum();
        MakeShares(English);
        MakeShares(Local);
        matcher = known ?? new TermMatcher(terms);
        Wording = new Wording(question, index.Lexicon.Names);
        Speech = index.Book.Facts.Count == 0 ? Speech.Of(question, index) : null;
        Counted = Counted.Of(question);
        Untold = new Untold(question, Counted, Speech);
        Sort = AnswerType.Of(question);
        Noun = Sort is Sort.Any or Sort.Name && AskedNoun.Of(question) is { } noun ? question.Words[noun].TermId : -1;
        sentences = new SentenceTable(matcher, Wording, index, terms.Count);
        (nothing, around, meant) = (new float[terms.Count], new float[terms.Count], new float[terms.Count]);
        Document = DocumentView.None;
    }

    public Question Question { get; }
    public StoryIndex Index { get; }
    public Wording Wording { get; }

    /// <summary>Whose words are asked for; null where nobody's are, or where facts tell who says what.</summary>
    public Speech? Speech { get; }

    /// <summary>What is counted; null where nothing is.</summary>
    public Counted? Counted { get; }

    /// <summary>Tells where what is asked for is lacking.</summary>
    public Untold Untold { get; }

    /// <summary>What sort of thing is asked for.</summary>
    public Sort Sort { get; }

    /// <summary>The term of the noun asked for, as in "which noun"; -1 for none.</summary>
    public int Noun { get; }

    /// <summary>Each term's share of the question: by its rarity among these sentences, and in English.</summary>
    public float[] Local { get; }
    public float[] English { get; }

    /// <summary>How rare the question's words are in English, all together.</summary>
    public float Rarity { get; }

    public int Number { get; private set; }
    public Passage Passage => Index.PassageList[Number];

    /// <summary>The sentence's words in order, stop words left out.</summary>
    public ReadOnlySpan<int> Words => Index.Passages.Words(Number);

    /// <summary>The sentence's words in order, stop words too.</summary>
    public ReadOnlySpan<Token> Tokens => Index.Makeup.Tokens(Number);

    /// <summary>What the sentence holds of the question's wording, and what those right before and after it do.</summary>
    public Worded Worded => sentences.Worded(Number);
    public Worded WordedBefore => IsBeside(Number - 1) ? sentences.Worded(Number - 1) : default;
    public Worded WordedAfter => IsBeside(Number + 1) ? sentences.Worded(Number + 1) : default;

    /// <summary>What the sentence holds of each term, and those right before and after it.</summary>
    public ReadOnlySpan<float> Here => sentences.Credits(Number);
    public ReadOnlySpan<float> Before => IsBeside(Number - 1) ? sentences.Credits(Number - 1) : nothing;
    public ReadOnlySpan<float> After => IsBeside(Number + 1) ? sentences.Credits(Number + 1) : nothing;

    public DocumentView Document { get; private set; }

    /// <summary>By what it was ranked: set once all are.</summary>
    public float Score { get; set; }

    /// <summary>What to search an index for.</summary>
    public Wanted[] Wanted() => matcher.Wanted(English);

    public void MoveTo(int number)
    {
        Number = number;
        if (number < Document.From || number >= Document.To)
        {
            Document = DocumentOf(Passage.Seed);
        }
    }

    /// <summary>What the other sentences of the paragraph hold of each term.</summary>
    public ReadOnlySpan<float> Around()
    {
        Array.Clear(around);
        for (var at = Number - Reach; at <= Number + Reach; at++)
        {
            if (at != Number && IsBeside(at) && Index.PassageList[at].Paragraph == Passage.Paragraph)
            {
                Raise(around, sentences.Credits(at));
            }
        }

        return around;
    }

    /// <summary>What the names hold of each term that the sentence means without giving them.</summary>
    public ReadOnlySpan<float> Meant()
    {
        Array.Clear(meant);
        matcher.Credit(Index.Makeup.Meant(Number), meant);
        return meant;
    }

    /// <summary>A bit for each word of content of the question that the sentence holds or one beside it, by itself or by a word that means the same.</summary>
    public ulong HeldAround() =>
        Worded.Held | WordedBefore.Held | WordedAfter.Held | HeldAlike(Here) | HeldAlike(Before) | HeldAlike(After);

    /// <summary>Whether it or a sentence beside it holds one of these words, by any name.</summary>
    public bool IsHeldAround(Func<int, bool> isSuch) => (HeldAround() & Wording.Where(isSuch)) != 0;

    private ulong HeldAlike(ReadOnlySpan<float> credits)
    {
        var alike = 0UL;
        for (var i = 0; i < credits.Length; i++)
        {
            for (
                var at = Question.Terms[i].At;
                credits[i] >= Akin && at < Math.Min(Wording.Longest, Question.Terms[i].At + Question.Terms[i].Length);
                at++
            )
            {
                alike |= 1UL << at;
            }
        }

        return alike & Wording.Content;
    }

    /// <summary>Whether there is such a sentence, and it stands in the same document.</summary>
    public bool IsBeside(int number) => number >= Document.From && number < Document.To;

    /// <summary>The share of the question that the others give above what the sentence itself gives.</summary>
    public float Beyond(ReadOnlySpan<float> others)
    {
        var here = Here;
        var sum = 0f;
        for (var i = 0; i < English.Length; i++)
        {
            sum += English[i] * Math.Max(0, others[i] - here[i]);
        }

        return sum;
    }

    private DocumentView DocumentOf(SeedId seed)
    {
        if (!documents.TryGetValue(seed, out var found))
        {
            documents[seed] = found = DocumentView.Of(this, matcher);
        }

        return found;
    }

    private static void Raise(float[] credits, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < credits.Length; i++)
        {
            credits[i] = Math.Max(credits[i], others[i]);
        }
    }

    private static void MakeShares(float[] weights)
    {
        var total = Math.Max(1e-6f, weights.Sum());
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= total;
        }
    }

    private static float LocalWeight(Term term, StoryIndex index) =>
        term.Alternatives.Count == 0 ? index.Passages.Idf(-1) : index.Passages.Idf(term.Alternatives[0].Term);

    private static float EnglishWeight(Term term, StoryIndex index) =>
        term.Entity is not null ? 5f
        : term.Alternatives.Count == 0 ? WordRanks.Rarity(term.Shown)
        : index.Terms.Rarity(term.Alternatives[0].Term);
}
