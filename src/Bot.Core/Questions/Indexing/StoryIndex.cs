using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Indexing;

/// <summary>
/// The in-memory index of one story: every revision of every fact, every known gap, every passage. Immutable. A community's index lies over that of the
/// base and shares it: every number of the base stays as it is, and the community's terms, texts, revisions and passages come after.
/// </summary>
public sealed class StoryIndex
{
    private readonly StoryIndex? below;
    private readonly Dictionary<int, Entity> entityByMarker = [];
    private readonly Dictionary<EntityId, int> markerByEntity = [];
    private readonly HashSet<(EntityId Entity, int Word)> addedWords = [];
    private readonly Dictionary<SeedId, int> firstPassage = [];
    private readonly ViewTable views;
    private readonly int firstView;
    private readonly int[] articles;

    private StoryIndex(FactBook book, IReadOnlyList<Revision> revisions, Lexicon lexicon, StoryIndex? below)
    {
        (this.below, Book, Revisions, Lexicon) = (below, book, revisions, lexicon);
        Lexical = LexiconTables.Of(lexicon);
        Terms = below is null ? new TermTable(Lexical.Terms) : TermTable.Over(below.Terms);
        Names = AddNames();
        IReadOnlyList<Passage> added = [.. book.Added.Seeds.SelectMany(seed => seed.Passages)];
        PassageList = Layered.Over(below?.PassageList, added);
        for (var number = PassageList.Count - added.Count; number < PassageList.Count; number++)
        {
            firstPassage.TryAdd(PassageList[number].Seed, number);
        }

        articles = [Terms.Add("a"), Terms.Add("an"), Terms.Add("the")];
        (Facts, views, SameWords) = new FactViews(this, below).Build();
        firstView = Facts.Count - views.Count;
        Passages = PassageTexts.Build(this, added, below?.Passages);
        Terms.Trim();
        Kin = new Kindred(Terms, Facts.Held.Union(Passages.Held).Where(term => below?.Speaks(term) is not true), below?.Kin);
        Roster = new Roster(revisions, below?.Revisions.Count ?? 0, below?.Roster, NumberOf);
        KnownAs = Layered.Over(
            below?.KnownAs,
            [.. book.Added.Entities.Select(Indexing.KnownAs.Of)],
            book.RenamedHere.ToDictionary(pair => pair.Key, pair => Indexing.KnownAs.Of(pair.Value))
        );
        Asked = AskedPhrases.Of(book, below?.Asked);
        Makeup = below is not null && added.Count == 0 ? below.Makeup : new Makeup(PassageList, Terms, below?.Makeup);
    }

    public FactBook Book { get; }
    public IReadOnlyList<Revision> Revisions { get; }
    public Lexicon Lexicon { get; }

    public Roster Roster { get; }
    public TermTable Terms { get; }

    internal LexiconTables Lexical { get; }

    /// <summary>The words of concepts, of ways of asking, of entities.</summary>
    public PhraseTable Concepts => Lexical.Concepts;
    public PhraseTable Cues => Lexical.Cues;
    public NameTable Names { get; }

    /// <summary>The texts by which facts and gaps are found; <see cref="View"/> says of what each text is a view.</summary>
    public TermIndex Facts { get; }

    public TermIndex Passages { get; }

    /// <summary>Words of the index that are used like another.</summary>
    public Kindred Kin { get; }
    public IReadOnlyList<Passage> PassageList { get; }

    /// <summary>Everybody and everything of the story by name, to be completed while it is typed.</summary>
    internal IReadOnlyList<KnownAs> KnownAs { get; }

    /// <summary>The ways of asking, to be completed while one is typed.</summary>
    internal AskedPhrases Asked { get; }

    /// <summary>The ways of asking, to be found by their very words.</summary>
    internal SameWords SameWords { get; }

    /// <summary>Whether any fact or gap has ways of asking for it.</summary>
    internal bool HasWaysOfAsking => views.HasWaysOfAsking || below?.HasWaysOfAsking is true;

    /// <summary>What each passage is made of.</summary>
    internal Makeup Makeup { get; }

    public static StoryIndex Build(FactBook book, IReadOnlyList<Revision> revisions, Lexicon lexicon) =>
        new(book, revisions, lexicon, below: null);

    /// <summary>The index of a community over this one.</summary>
    /// <param name="book">A book over the base's.</param>
    /// <param name="revisions">The base's, as many and in the same order, though the community may see when they hold otherwise; then its own.</param>
    internal StoryIndex With(FactBook book, IReadOnlyList<Revision> revisions) => new(book, revisions, Lexicon, this);

    public Entity? EntityOf(int marker) => entityByMarker.GetValueOrDefault(marker) ?? below?.EntityOf(marker);

    public int MarkerOf(EntityId entity) =>
        markerByEntity.TryGetValue(entity, out var marker) ? marker
        : below is not null ? below.MarkerOf(entity)
        : throw new KeyNotFoundException($"No entity of the story is called '{entity}'.");

    /// <summary>Whether texts of the base hold a word of a name that only a community has, and so are not marked with whose it is.</summary>
    public bool IsUnmarked(EntityId entity, int word) =>
        below?.Speaks(word) is true && (markerByEntity.ContainsKey(entity) || addedWords.Contains((entity, word)));

    /// <summary>What finding facts and looking closely at them reads, in bytes; what lies beneath is not counted.</summary>
    internal (long Finding, long Looking) Bytes => (Facts.Bytes.Finding, Facts.Bytes.Looking + views.Bytes + Roster.Bytes);

    /// <summary>What a text of <see cref="Facts"/> is a view of; of several facts that rest on one sentence the first.</summary>
    public View View(int text) => text < firstView ? below!.View(text) : views[text - firstView];

    /// <summary>The ways of asking that consist of just these words, articles left out; none where the index does not know one.</summary>
    internal IEnumerable<View> AskedJustSo(int[] terms) =>
        Array.Exists(terms, term => term < 0) ? [] : SameWords.Texts(HashOf(terms)).Select(View);

    /// <summary>What a way of asking is known by in <see cref="SameWords"/>.</summary>
    internal ulong HashOf(IEnumerable<int> terms) => SameWords.Hash([.. terms.Where(term => !articles.Contains(term))]);

    /// <summary>The numbers of all revisions, or of the gap, that a text is a view of, in order.</summary>
    public ReadOnlySpan<int> Targets(int text) => text < firstView ? below!.Targets(text) : views.Targets(text - firstView);

    /// <summary>The text that is a fact's own words, which stands before its others; null where none does.</summary>
    /// <param name="text">Any other text that is a view of this fact alone; -1 for none.</param>
    internal int? StatementOf(int target, int text)
    {
        while (text >= 0 && View(text).Of is not ViewOf.Statement)
        {
            text--;
        }

        return text >= 0 && View(text).Target == target ? text : null;
    }

    /// <summary>
    /// Reads a little of all that is known of some texts, to have it near before they are looked at one by one: it lies far apart in memory, and a
    /// processor waits for many reads no longer than for one while none needs another.
    /// </summary>
    /// <returns>Nothing of meaning; it keeps the reads from being left out.</returns>
    internal int Touch(ReadOnlySpan<Hit> hits)
    {
        var read = Facts.Touch(hits);
        foreach (var hit in hits)
        {
            read += hit.Text < firstView ? 0 : views.Touch(hit.Text - firstView);
        }

        foreach (var hit in hits)
        {
            read += hit.Text < firstView ? 0 : Roster.Touch(views.Targets(hit.Text - firstView)[0]);
        }

        return read;
    }

    /// <summary>The number of a passage in <see cref="PassageList"/>; null when no seed of this edition has it.</summary>
    public int? NumberOf(Passage passage) =>
        !firstPassage.TryGetValue(passage.Seed, out var first) ? below?.NumberOf(passage)
        : first + passage.Number < PassageList.Count && PassageList[first + passage.Number].Start == passage.Start ? first + passage.Number
        : null;

    /// <summary>Whether any fact, gap or passage, or a way of asking for one, holds the term.</summary>
    public bool Speaks(int term) => Facts.Frequency(term) + Passages.Frequency(term) > 0;

    /// <summary>Whether the story itself holds the term: a fact, a role of somebody in it, a way of asking for one, what it rests on, or any passage.</summary>
    public bool Says(int term)
    {
        if (Passages.Frequency(term) > 0)
        {
            return true;
        }

        for (var text = Facts.Next(term, 0); text >= 0; text = Facts.Next(term, text + 1))
        {
            if (View(text).Of is ViewOf.Statement or ViewOf.Evidence or ViewOf.Asked or ViewOf.Role)
            {
                return true;
            }
        }

        return false;
    }

    private NameTable AddNames()
    {
        IReadOnlyList<Entity> added = [.. Book.Added.Entities, .. Book.AddedGone];
        if (below is not null && added.Count + Book.AddedNames.Count == 0)
        {
            return below.Names;
        }

        var table = new NameTable(Terms, below?.Names);
        foreach (var entity in added)
        {
            var marker = Terms.Marker("@" + entity.Id);
            markerByEntity[entity.Id] = marker;
            entityByMarker[marker] = entity;
            foreach (var name in entity.Aliases.Append(entity.Name).Append(WithoutThe(entity.Name)))
            {
                table.Add(name, marker);
            }
        }

        foreach (var (_, id, name) in Book.AddedNames)
        {
            var marker = Terms.Marker("@" + id);
            entityByMarker[marker] = Book[id];
            table.Add(name, marker);
            table.Add(WithoutThe(name), marker);
            addedWords.UnionWith(ReadWords.Split(name).Select(word => (id, Terms.Add(word.Normal))));
        }

        return table;
    }

    private static string WithoutThe(string name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
}
