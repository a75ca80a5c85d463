using Bot.Core.Questions.Words;

namespace Bot.Core.Questions.Indexing;

/// <summary>Which terms of an index are of a sort: told by what they begin with, or from short lists of English words.</summary>
/// <param name="below">That of the index below, whose lists are taken over: few of their words are new to a community.</param>
internal sealed class WordSorts(TermTable terms, WordSorts? below)
{
    /// <summary>A year has so many digits.</summary>
    private const int YearDigits = 4;

    private readonly HashSet<int> numbers =
        below?.numbers
        ?? Find(
            terms,
            string.Join(' ', NumberWords.Cardinals) + " dozens hundreds thousands millions billions twice thirds quarter entire none"
        );

    private readonly HashSet<int> quantities =
        below?.quantities
        ?? Find(terms, "no none one single several many few some all both most every each pair couple range number numerous dozen");

    private readonly HashSet<int> indefinite = below?.indefinite ?? Find(terms, "a an another some several two three four five");

    private readonly HashSet<int> negating = below?.negating ?? Find(terms, "not never nobody didn't hasn't haven't wasn't weren't");
    private readonly HashSet<int> being = below?.being ?? Find(terms, "am is are was were be been being");

    private readonly HashSet<int> placing = below?.placing ?? Find(terms, "in on at from during overnight last this yesterday");

    private readonly HashSet<int> people = below?.people ?? Find(terms, "people persons whom others");

    private readonly HashSet<int> calling = below?.calling ?? Find(terms, "called named known");

    private readonly HashSet<int> beforePlaces = below?.beforePlaces ?? Find(terms, "of at in for from to");

    private readonly HashSet<int> titles = below?.titles ?? Find(terms, "mr mrs ms miss dr sir lord lady professor");

    private readonly HashSet<int> dates =
        below?.dates
        ?? Find(
            terms,
            "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday yesterday today century centuries bc ad bce"
        );

    private readonly HashSet<int> leaning = below?.leaning ?? Find(terms, "he she it they his her its their this these those such");

    private readonly HashSet<int> pointing = below?.pointing ?? Find(terms, "the this these such both");

    /// <summary>A number in digits or in words, but no year.</summary>
    public bool IsNumber(int term) => numbers.Contains(term) || (BeginsWithDigit(term) && !IsYear(term));

    /// <summary>A word that tells of how many without a number.</summary>
    public bool IsQuantity(int term) => quantities.Contains(term);

    /// <summary>A word that before a noun makes it one of many.</summary>
    public bool IsIndefinite(int term) => indefinite.Contains(term);

    /// <summary>A word that says of the verb behind it that it was not so.</summary>
    public bool Negates(int term) => negating.Contains(term);

    /// <summary>A form of "be".</summary>
    public bool IsBeing(int term) => being.Contains(term);

    /// <summary>A word that begins where or when something was.</summary>
    public bool IsOfPlaceOrTime(int term) => placing.Contains(term);

    /// <summary>Any number, a year too.</summary>
    public bool IsFigure(int term) => numbers.Contains(term) || BeginsWithDigit(term);

    /// <summary>A word that stands for persons of any sort.</summary>
    public bool IsPeople(int term) => people.Contains(term);

    /// <summary>A word behind which a name stands: "a ship called".</summary>
    public bool Calls(int term) => calling.Contains(term);

    /// <summary>A word behind which a name is that of a place or a firm, and of nobody.</summary>
    public bool IsBeforePlaces(int term) => beforePlaces.Contains(term);

    /// <summary>"Mr Holt": whoever is named so was named in full before.</summary>
    public bool IsTitle(int term) => titles.Contains(term);

    /// <summary>A year, a month, a day of the week, or another word by which times are told.</summary>
    public bool IsDate(int term) => dates.Contains(term) || IsYear(term);

    /// <summary>A word that stands for something named before.</summary>
    public bool Leans(int term) => leaning.Contains(term);

    /// <summary>A word that before a noun points back: "the company", "these towns".</summary>
    public bool Points(int term) => pointing.Contains(term);

    private bool BeginsWithDigit(int term) => term >= 0 && char.IsAsciiDigit(terms.Name(term)[0]);

    /// <summary>"1934", "2014", "1930s".</summary>
    private bool IsYear(int term)
    {
        var name = term < 0 ? "" : terms.Name(term);
        return name.Length is YearDigits or YearDigits + 1
            && ((name[0] == '1' && char.IsAsciiDigit(name[1])) || (name[0] == '2' && name[1] == '0'))
            && char.IsAsciiDigit(name[2])
            && char.IsAsciiDigit(name[3])
            && (name.Length == YearDigits || name[YearDigits] == 's');
    }

    private static HashSet<int> Find(TermTable terms, string words)
    {
        var found = words.Split(' ').Select(word => terms.Find(word)).ToHashSet();
        found.Remove(-1);
        return found;
    }
}
