using System.Numerics;
using System.Text.RegularExpressions;
using Bot.Core.Questions.Answering.Presumptions;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Ranking;

/// <summary>"What did X say", "did X deny it": a sentence in which X speaks goes before one that only names X.</summary>
internal sealed partial class Speech
{
    /// <summary>So many words at most stand between a speaker and the verb: "X, who came second in the stage, said".</summary>
    private const int Reach = 16;

    /// <summary>So many words at most name a speaker: "the mayor of the town".</summary>
    private const int LongestName = 6;

    /// <summary>"Said the old mayor of the town, X".</summary>
    private const int Inverted = 5;

    /// <summary>The people of a place stand so near before the verb: "the X government said", and not "Holt, who lives in the X capital, said".</summary>
    private const int People = 3;

    /// <summary>From this credit on a word means the same as another.</summary>
    private const float Alike = TermWeights.SameConcept;

    private static readonly HashSet<string> Asked =
    [
        .. "say said think claim deny answer reply respond react comment argue admit confirm agree reject".Split(' '),
        .. "blame accuse criticise apologise promise demand support".Split(' '),
    ];

    private static readonly string[] Verbs =
    [
        .. "say tell deny claim call argue insist add announce reject warn promise demand praise criticise accuse blame".Split(' '),
        .. "apologise reply respond answer decline refuse state believe think urge ask hope expect describe admit confirm".Split(' '),
        .. "acknowledge suggest estimate welcome dismiss dispute comment concede declare explain support agree mention hold note complain".Split(
            ' '
        ),
        .. "find rule stress warn regret condemn recognise oppose object back decide conclude propose recommend vow pledge".Split(' '),
        .. "write testify report maintain allege contend point want fear favour favor hate doubt regard consider accord".Split(' '),
        .. "said told thought".Split(' '),
    ];

    private readonly HashSet<int> verbs;

    /// <summary>Whether nobody is told of who is called so, and nothing that is meant by it.</summary>
    private readonly bool isUnknown;

    /// <summary>The words that name them, each with what is said of the people of a place.</summary>
    private readonly int[][] speaker;

    /// <summary>A bit for each word after the verb.</summary>
    private readonly ulong matter;

    /// <summary>The same for each word that tells only how or when they spoke: "in response", "yesterday", "in her letter".</summary>
    private readonly ulong saying;

    /// <summary>The same for each word of a speaker who is told by another: "the mother of X".</summary>
    private readonly ulong named;

    private Speech(IReadOnlyList<Word> words, int[][] speaker, bool isUnknown, int auxiliary, int verb, bool isRelation, StoryIndex index)
    {
        (this.speaker, this.isUnknown) = (speaker, isUnknown);
        named = verb >= 63 || !isRelation ? 0 : (~0UL << (auxiliary + 1)) & ~(~0UL << verb);
        matter = verb >= 63 ? 0 : ~0UL << (verb + 1);
        saying = Saying(words, index);
        verbs = [.. Verbs.Select(verb => index.Terms.Find(verb)).Where(term => term >= 0)];
    }

    /// <summary>Who is asked to have spoken; null where a question asks for nobody's words.</summary>
    public static Speech? Of(Question question, StoryIndex index)
    {
        var words = question.Words;
        var from = 0;
        while (from < words.Count && words[from].Normal is not ("did" or "does" or "do" or "has" or "have"))
        {
            from++;
        }

        var to = from + 1;
        while (to < words.Count && to <= from + LongestName && !Asked.Contains(words[to].Normal))
        {
            to++;
        }

        List<Word> called =
            to < words.Count && Asked.Contains(words[to].Normal)
                ? [.. words.Take(to).Skip(from + 1).Where(word => !word.IsStop && !IsAdverb(word.Normal))]
                : [];
        int[][] speaker = [.. SpokenOf(called, index)];
        var isUnknown = called.TrueForAll(word => IsUnknown(word, question, index));
        var isRelation = words.Take(to).Skip(from + 1).Any(word => word.Normal == "of");
        return speaker.Length == 0 ? null : new Speech(words, speaker, isUnknown, from, to, isRelation, index);
    }

    /// <summary>"The X boss", where X is told of and nobody is called a boss: whoever speaks for X.</summary>
    private static IEnumerable<int[]> SpokenOf(List<Word> named, StoryIndex index)
    {
        var forms = named.ConvertAll(word => (int[])[word.TermId, .. Gentilics.SpokenOf(word, index)]);
        var spoken = forms.FindAll(terms => Array.Exists(terms, term => term >= 0 && index.Speaks(term)));
        return spoken.Count > 0 ? spoken : forms;
    }

    /// <summary>"What did they publicly say".</summary>
    private static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal);

    private static bool IsUnknown(Word word, Question question, StoryIndex index) =>
        Offices.IsOfNobody(index, word.Normal) || IsUnspoken(word, question, index);

    private static bool IsUnspoken(Word word, Question question, StoryIndex index) =>
        !index.Lexicon.Light.Contains(word.Normal)
        && !index.Makeup.Sorts.IsPeople(word.TermId)
        && !(word.TermId >= 0 && index.Speaks(word.TermId))
        && !Gentilics.SpokenOf(word, index).Any()
        && !question.Terms.Any(term =>
            term.Length > 0
            && question.Words[term.At].Start <= word.Start
            && word.Start <= question.Words[term.At + term.Length - 1].Start
            && term.Alternatives.Any(other => other.Credit >= Alike && index.Speaks(other.Term))
        );

    private static ulong Saying(IReadOnlyList<Word> words, StoryIndex index)
    {
        var saying = 0UL;
        for (var at = 0; at < Math.Min(Wording.Longest, words.Count); at++)
        {
            var isSuch =
                index.Lexicon.Light.Contains(words[at].Normal)
                || index.Makeup.Sorts.IsDate(words[at].TermId)
                || words[at].Normal
                    is "response"
                        or "reply"
                        or "letter"
                        or "statement"
                        or "interview"
                        or "reaction"
                        or "comment"
                        or "public";
            saying |= isSuch ? 1UL << at : 0;
        }

        return saying;
    }

    /// <summary>How many words it holds of what was spoken about.</summary>
    public int Matter(Worded sentence) => BitOperations.PopCount(sentence.Held & matter);

    /// <summary>Whether the sentence looked at tells what the speaker says.</summary>
    public bool IsTold(PassageView view)
    {
        var tokens = view.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (verbs.Contains(tokens[at].Term) && IsTold(view, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the verb is the speaker's. Some, as "state" and "call", are nouns as well, so that another may follow.</summary>
    private bool IsTold(PassageView view, int verb)
    {
        var tokens = view.Tokens;
        var before = tokens[Math.Max(0, verb - Reach)..verb];
        return Holds(before)
            || (IsQuoted(view.Passage.Text) && Holds(tokens[verb..Math.Min(tokens.Length, verb + 1 + Reach)]))
            || (StandsForSomebody(before, view) && IsMeant(view));
    }

    /// <summary>Whether the sentence stands under the speaker's name and does not give it.</summary>
    public bool IsMeant(PassageView view) =>
        !Holds(view.Tokens) && Array.TrueForAll(speaker, word => view.Index.Makeup.Meant(view.Number).ContainsAny(word));

    /// <summary>
    /// Whether the sentence looked at names the speaker without a word of theirs: nothing is said behind the name, and no quotation stands before it. Whoever is
    /// "he" in the next may be the one.
    /// </summary>
    public bool IsSilent(PassageView view)
    {
        if (isUnknown)
        {
            return true;
        }

        var tokens = view.Tokens;
        var last = -1;
        for (var at = 0; at < tokens.Length; at++)
        {
            last = tokens[at].Term >= 0 && speaker[^1].Contains(tokens[at].Term) ? at : last;
        }

        return last >= 0
            && !IsTold(view)
            && !Speaks(tokens[last..])
            && !Speaks(tokens[Math.Max(0, last - Inverted)..last])
            && !GoesOn(view);
    }

    /// <summary>Whether nothing of what they are asked to have spoken about is there or beside it, under any name.</summary>
    public bool IsOfAnotherMatter(PassageView view) =>
        (matter & view.Wording.Content & ~saying) is var asked
        && asked != 0
        && (asked & view.HeldAround()) == 0
        && !Declines().IsMatch(view.Passage.Text);

    /// <summary>Whether the sentence behind is a quotation, or somebody says something there who goes without a name.</summary>
    public bool GoesOn(PassageView view)
    {
        if (!view.IsBeside(view.Number + 1))
        {
            return false;
        }

        var tokens = view.Index.Makeup.Tokens(view.Number + 1);
        return view.Index.PassageList[view.Number + 1].Text is ['"' or '“', ..]
            || (tokens.Length > 0 && view.Index.Makeup.Sorts.Leans(tokens[0].Term) && Speaks(tokens));
    }

    private bool Speaks(ReadOnlySpan<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (verbs.Contains(token.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the document nowhere holds a word of who is asked to have spoken: "the mother of X", where no mother is told of.</summary>
    public bool IsOfNobody(PassageView view) => (named & view.Wording.Common & ~view.Document.Held) != 0;

    /// <summary>Whether the sentence looked at names the speaker, or stands under the name.</summary>
    public bool IsAbout(PassageView view) => Holds(view.Tokens) || IsMeant(view);

    /// <summary>Whoever does not comment says so of anything.</summary>
    [GeneratedRegex(
        @"\b(?:declin|refus)\w+ to\b|\bnot (?:comment|repl|respon|answer)|\bno comment\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declines();

    private static bool IsQuoted(string sentence) => sentence.AsSpan().IndexOfAny('"', '“', '”') >= 0;

    private bool Holds(ReadOnlySpan<Token> tokens)
    {
        foreach (var word in speaker)
        {
            var held = false;
            for (var at = 0; at < tokens.Length; at++)
            {
                var alike = tokens[at].Term < 0 ? -1 : Array.IndexOf(word, tokens[at].Term);
                held |= alike == 0 || (alike > 0 && tokens.Length - at <= People);
            }

            if (!held)
            {
                return false;
            }
        }

        return true;
    }

    private static bool StandsForSomebody(ReadOnlySpan<Token> before, PassageView view) =>
        before.Length > 0 && view.Index.Makeup.Sorts.Leans(before[^1].Term);
}
