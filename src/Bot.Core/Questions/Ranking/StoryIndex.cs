using System.Collections.Frozen;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Answering;

namespace Bot.Core.Questions.Ranking;

/// <summary>The in-memory index of one story: every revision of every fact, every known gap, every passage. Immutable.</summary>
public sealed class StoryIndex
{
    private readonly FrozenDictionary<int, Entity> entityByMarker;
    private readonly FrozenDictionary<EntityId, int> markerByEntity;
    private readonly FrozenDictionary<SeedId, int> firstPassage;
    private readonly View[] views;

    private StoryIndex(FactBook book, IReadOnlyList<Revision> revisions, Lexicon lexicon)
    {
        (Book, Revisions, Lexicon) = (book, revisions, lexicon);
        var tables = LexiconTables.Of(lexicon);
        (Terms, Concepts, Cues) = (new TermTable(tables.Terms), tables.Concepts, tables.Cues);
        Names = new NameTable(Terms);
        var markers = new Dictionary<EntityId, int>();
        foreach (var entity in book.Entities.Concat(book.EntitiesGone))
        {
            var marker = Terms.Marker("@" + entity.Id);
            markers[entity.Id] = marker;
            foreach (var name in entity.Aliases.Append(entity.Name).Append(WithoutThe(entity.Name)))
            {
                Names.Add(name, marker);
            }
        }

        markerByEntity = markers.ToFrozenDictionary();
        entityByMarker = book.Entities.Concat(book.EntitiesGone).ToFrozenDictionary(entity => markers[entity.Id]);
        (Facts, views) = new FactViews(this).Build();
        (Passages, PassageList) = PassageTexts.Build(this);
        Kin = new Kindred(Terms, Speaks);
        firstPassage = PassageList
            .Select((passage, number) => (passage.Seed, number))
            .DistinctBy(pair => pair.Seed)
            .ToFrozenDictionary(pair => pair.Seed, pair => pair.number);
        Roster = new Roster(revisions);
        Makeup = new Makeup(PassageList, Terms);
    }

    public FactBook Book { get; }
    public IReadOnlyList<Revision> Revisions { get; }
    public Lexicon Lexicon { get; }

    public Roster Roster { get; }
    public TermTable Terms { get; }

    /// <summary>The words of concepts, of ways of asking, of entities.</summary>
    public PhraseTable Concepts { get; }
    public PhraseTable Cues { get; }
    public NameTable Names { get; }

    /// <summary>The texts by which facts and gaps are found; <see cref="View"/> says of what each text is a view.</summary>
    public TermIndex Facts { get; }

    /// <summary>What a text of <see cref="Facts"/> is a view of.</summary>
    public View View(int text) => views[text];

    public TermIndex Passages { get; }

    /// <summary>The number of a passage in <see cref="PassageList"/>; null when no seed of this edition has it.</summary>
    public int? NumberOf(Passage passage) =>
        firstPassage.TryGetValue(passage.Seed, out var first)
        && first + passage.Number < PassageList.Count
        && PassageList[first + passage.Number].Start == passage.Start
            ? first + passage.Number
            : null;

    /// <summary>Words of the index that are used like another.</summary>
    public Kindred Kin { get; }
    public IReadOnlyList<Passage> PassageList { get; }

    /// <summary>What each passage is made of.</summary>
    internal Makeup Makeup { get; }

    public static StoryIndex Build(FactBook book, IReadOnlyList<Revision> revisions, Lexicon lexicon) => new(book, revisions, lexicon);

    public Entity? EntityOf(int marker) => entityByMarker.GetValueOrDefault(marker);

    public int MarkerOf(EntityId entity) => markerByEntity[entity];

    /// <summary>Whether any fact, gap or passage, or a way of asking for one, holds the term.</summary>
    public bool Speaks(int term) => Facts.Frequency(term) + Passages.Frequency(term) > 0;

    /// <summary>Whether the story itself holds the term: a fact, a way of asking for one, what it rests on, or any passage.</summary>
    public bool Says(int term)
    {
        if (Passages.Frequency(term) > 0)
        {
            return true;
        }

        for (var text = Facts.Next(term, 0); text >= 0; text = Facts.Next(term, text + 1))
        {
            if (View(text).Of is ViewOf.Statement or ViewOf.Evidence or ViewOf.Asked)
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutThe(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}

/// <summary>What a text of the index belongs to.</summary>
public enum ViewOf
{
    /// <summary>A fact's own words: what it says, its quote, its parts.</summary>
    Statement,

    /// <summary>Who they are that the fact concerns.</summary>
    Role,

    /// <summary>A sentence a fact rests on.</summary>
    Evidence,

    /// <summary>A sentence of a fact's scope that says what is not given.</summary>
    Lacking,

    /// <summary>One way people ask for a fact.</summary>
    Asked,

    /// <summary>One way people ask for something the sources do not give.</summary>
    Gap,
}

/// <param name="Target">The number of the revision, or of the gap in the story's list.</param>
/// <param name="Slots">For a way of asking: what it asks for, if anything in particular.</param>
/// <param name="Function">For a way of asking: its stop words, which tell "before" from "after" and "who" from "what".</param>
public readonly record struct View(ViewOf Of, int Target, IReadOnlySet<Slot> Slots, IReadOnlySet<int> Function);
