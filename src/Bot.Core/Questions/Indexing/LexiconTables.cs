using System.Runtime.CompilerServices;

namespace Bot.Core.Questions.Indexing;

/// <summary>A lexicon as an index needs it: its words numbered, its phrases as tables. Made once for each lexicon and shared by all indexes.</summary>
internal sealed class LexiconTables
{
    private static readonly ConditionalWeakTable<Lexicon, LexiconTables> Made = [];

    private readonly Dictionary<int, string> names = [];

    private LexiconTables(Lexicon lexicon)
    {
        Terms = new TermTable(lexicon.StopWords);
        Concepts = Table(lexicon.Concepts, "#");
        Cues = Table(lexicon.Cues, "#cue ");
        Languages = new LanguageTable(lexicon.Languages);
    }

    /// <summary>To be copied, not added to.</summary>
    public TermTable Terms { get; }
    public PhraseTable Concepts { get; }
    public PhraseTable Cues { get; }
    public LanguageTable Languages { get; }

    public static LexiconTables Of(Lexicon lexicon) => Made.GetValue(lexicon, made => new LexiconTables(made));

    /// <summary>The name of a concept, or of a way of asking, by its marker.</summary>
    public string Name(int marker) => names[marker];

    /// <summary>Adds the names of markers to a list in which each stands once.</summary>
    public void AddNames(ReadOnlySpan<int> markers, List<string> list)
    {
        foreach (var marker in markers)
        {
            if (!list.Contains(names[marker]))
            {
                list.Add(names[marker]);
            }
        }
    }

    private PhraseTable Table(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, string prefix)
    {
        var table = new PhraseTable(Terms);
        foreach (var (name, phrases) in lists)
        {
            var marker = Terms.Marker(prefix + name);
            names[marker] = name;
            foreach (var phrase in phrases)
            {
                table.Add(phrase, marker);
            }
        }

        return table;
    }
}
