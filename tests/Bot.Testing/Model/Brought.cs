namespace Bot.Testing.Model;

/// <summary>How the sentences of a page stand in it.</summary>
internal enum Form
{
    /// <summary>One after the other.</summary>
    Sentences,

    /// <summary>All are parts of one.</summary>
    Parts,

    /// <summary>The first introduces a list of the others.</summary>
    List,
}

/// <summary>A person of a community's own, and a page, where they are brought along.</summary>
/// <param name="Facts">Those that the page has a sentence for; null: the page stays as it is, and only the person has another name.</param>
internal sealed record Brought(string Owner, string Tag, string Name, Form Form, int Before, IReadOnlyList<string>? Facts)
{
    public string Page =>
        string.Concat(Enumerable.Repeat("Nobody knows who wrote this page. ", Before))
        + (
            Form switch
            {
                Form.Parts => string.Join("; ", Sentences) + ".",
                Form.List => $"{(Before == 0 ? "" : "\n\n")}{Sentences.First()}:\n\n- {string.Join("\n- ", Sentences.Skip(1))}",
                _ => string.Join(' ', Sentences.Select(sentence => $"{sentence}.")),
            }
        );

    private IEnumerable<string> Sentences => Facts!.Select(fact => new Words(Owner, fact, 0, Tag).Sentence);
}
