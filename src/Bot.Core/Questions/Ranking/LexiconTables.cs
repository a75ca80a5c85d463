using System.Runtime.CompilerServices;

namespace Bot.Core.Questions.Ranking;

/// <summary>A lexicon as an index needs it: its words numbered, its phrases as tables. Made once for each lexicon and shared by all indexes.</summary>
internal sealed class LexiconTables
{
    private static readonly ConditionalWeakTable<Lexicon, LexiconTables> Made = [];

    private LexiconTables(Lexicon lexicon)
    {
        Terms = new TermTable(lexicon.StopWords);
        Concepts = Table(lexicon.Concepts, "#");
        Cues = Table(lexicon.Cues, "#cue ");
    }

    /// <summary>To be copied, not added to.</summary>
    public TermTable Terms { get; }
    public PhraseTable Concepts { get; }
    public PhraseTable Cues { get; }

    public static LexiconTables Of(Lexicon lexicon) => Made.GetValue(lexicon, made => new LexiconTables(made));

    private PhraseTable Table(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, string prefix)
    {
        var table = new PhraseTable(Terms);
        foreach (var (name, phrases) in lists)
        {
            var marker = Terms.Marker(prefix + name);
            foreach (var phrase in phrases)
            {
                table.Add(phrase, marker);
            }
        }

        return table;
    }
}
