namespace Bot.Testing.Model;

/// <summary>A person and a page of a community's own.</summary>
internal sealed class ModelPage
{
    public required string Name { get; set; }
    public Form Form { get; set; }

    /// <summary>The facts that it has a sentence for.</summary>
    public HashSet<string> Facts { get; set; } = [];

    /// <summary>The facts that ever rested on it.</summary>
    public HashSet<string> Users { get; } = [];
}

/// <summary>The people and pages that a community brought along for a story, each under its tag.</summary>
internal sealed class ModelPages
{
    private readonly Dictionary<string, ModelPage> pages = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, ModelPage>> All => pages;

    /// <summary>Whether the page is there, with a sentence for all of these.</summary>
    public bool Has(string tag, IEnumerable<string> facts) => pages.TryGetValue(tag, out var page) && facts.All(page.Facts.Contains);

    public void Bring(Brought brought)
    {
        if (!pages.TryGetValue(brought.Tag, out var page))
        {
            pages[brought.Tag] = page = new ModelPage { Name = brought.Name };
        }

        page.Name = brought.Name;
        if (brought.Facts is { } facts)
        {
            (page.Form, page.Facts) = (brought.Form, [.. facts]);
        }
    }

    public void Use(string tag, string fact) => pages[tag].Users.Add(fact);

    /// <summary>The sentence goes, and with it the parts of it that no fact ever rested on; nobody's page goes whole.</summary>
    public void Erase(string fact)
    {
        foreach (var (tag, page) in pages.Where(page => page.Value.Users.Remove(fact)).ToList())
        {
            var gone = page.Facts.Contains(fact) && page.Form is Form.Parts;
            page.Facts.RemoveWhere(other => other == fact || (gone && !page.Users.Contains(other)));
            if (page.Users.Count == 0)
            {
                pages.Remove(tag);
            }
        }
    }
}
