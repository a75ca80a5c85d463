using Bot.Core.Facts;
using Bot.Core.Questions.Indexing;
using Bot.Core.Questions.Understanding;

namespace Bot.Core.Questions.Answering.Presumptions;

/// <summary>"The chief executive Ann Holt", where the story knows Ann Holt as chair: the office is taken for granted.</summary>
internal static class Offices
{
    /// <summary>Each with what else it is called. Words that fit any head of anything, such as "boss", are not here.</summary>
    private static readonly string[][] Known =
    [
        ["ceo", "executive"],
        ["cfo", "financial", "finance"],
        ["cto", "technology", "technical"],
        ["president"],
        ["chairman", "chairwoman", "chairperson", "chair", "chairs", "chaired"],
        ["founder", "cofounder", "founded"],
        ["minister", "ministers"],
        ["secretary"],
        ["senator", "senate"],
        ["governor"],
        ["mayor"],
        ["ambassador"],
        ["spokesman", "spokeswoman", "spokesperson", "speaks"],
        ["general", "brigadier", "colonel"],
        ["captain"],
        ["judge", "justice"],
        ["professor", "lecturer"],
        ["king", "queen", "prince", "princess"],
    ];

    /// <summary>Who stands at the head of a state, a city or a faith: each with what else he is called. A story that has one calls him by one of these.</summary>
    private static readonly string[][] Heads =
    [
        ["prime", "premier", "pm"],
        ["president", "presidential", "pres"],
        ["chancellor"],
        ["mayor", "mayoress"],
        ["governor", "gov"],
        ["king", "queen", "monarch", "royal"],
        ["pope", "vatican"],
    ];

    /// <summary>"The mayor", where no mayor is spoken of: some other head of something is another.</summary>
    public static bool IsOfNobody(Case found, Term term) => term.Entity is null && IsOfNobody(found.Story.Index, term.Shown.Split(' ')[0]);

    /// <param name="called">The first word of what he is called.</param>
    public static bool IsOfNobody(StoryIndex index, string called) =>
        Array.Find(Heads, names => names.Contains(called)) is { } head
        && !Array.Exists(head, name => index.Terms.Find(name) is >= 0 and var spoken && index.Says(spoken));

    public static Draft? Of(Case found, IReadOnlyList<Found> facts) =>
        found.Question.Mentions.Any(mention => IsOfAnother(found.Question, mention))
            ? Draft.Partly(new Shape.PremiseFails(Premise.OtherOffice), facts, facts[0].Score * 0.7)
            : null;

    private static bool IsOfAnother(Question question, Mention mention) =>
        mention is { Entity: { Kind: EntityKind.Person, Role: { } role } person, At: > 0 }
        && Array.Find(
            Known,
            office => office[0] == question.Words[mention.At - 1].Normal || IsVariant(office, question.Words[mention.At - 1])
        )
            is { } asked
        && Known.Any(office => Tells(role, office))
        && !Tells(role, asked)
        && !person.Aliases.Append(person.Name).Any(name => Tells(name, asked));

    private static bool IsVariant(string[] office, Word word) =>
        office[0] is "chairman" or "spokesman" or "general" or "king" && office.Contains(word.Normal);

    private static bool Tells(string text, string[] office) => ReadWords.Split(text).Exists(word => office.Contains(word.Normal));
}
