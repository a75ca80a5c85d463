using Bot.Core.Conversation;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Questions.Words;

namespace Bot.Core.Moderation.Drafting;

/// <summary>Who says it: somebody of the story by any of their names, somebody new, or nobody but the source.</summary>
internal static class ReadSpeaker
{
    /// <summary>Words that stand in names of organisations and seldom in those of people.</summary>
    private static readonly HashSet<string> OfOrganisations = new(StringComparer.Ordinal)
    {
        "agency",
        "association",
        "authority",
        "bank",
        "board",
        "bureau",
        "campaign",
        "centre",
        "center",
        "club",
        "college",
        "commission",
        "committee",
        "company",
        "corp",
        "corporation",
        "council",
        "court",
        "department",
        "foundation",
        "government",
        "group",
        "inc",
        "institute",
        "ltd",
        "ministry",
        "network",
        "office",
        "organisation",
        "organization",
        "party",
        "police",
        "press",
        "school",
        "service",
        "society",
        "trust",
        "union",
        "university",
    };

    public static ProposedFact Apply(ProposedFact fact, StorySnapshot story)
    {
        var (name, sheet) = (fact.Sheet.Speaker, fact.Sheet);
        if (name.Length == 0)
        {
            return fact with { Speaker = new GivenSpeaker.Itself() };
        }

        var named = story.Book.Entities.FirstOrDefault(entity => IsName(entity, name));
        if (sheet.SpeakerIs is { } chosen && story.Book.Entities.FirstOrDefault(entity => entity.Id == chosen) is { } known)
        {
            return IsName(known, name) ? fact with { Speaker = new GivenSpeaker.Known(known) }
                : named is null ? fact with { Speaker = new GivenSpeaker.Known(known, name) }
                : (fact with { Speaker = new GivenSpeaker.Known(known) })
                    .Doubt(DraftField.Speaker)
                    .Lacks(DraftWords.SomebodyElses(name, named.Name));
        }

        if (named is not null)
        {
            return fact with { Speaker = new GivenSpeaker.Known(named) };
        }

        if (sheet.SpeakerKind is { } kind)
        {
            return fact with { Speaker = new GivenSpeaker.Newcomer(name, kind) };
        }

        var meant = Candidates(name, story);
        return (
            fact with
            {
                Speaker =
                    meant is [var only] && IsPartOf(name, only)
                        ? new GivenSpeaker.Known(only, name)
                        : new GivenSpeaker.Newcomer(name, KindOf(name)),
            }
        ).Doubt(DraftField.Speaker);
    }

    /// <summary>Those of the story who may be meant by a name that is none of theirs.</summary>
    public static IReadOnlyList<Entity> Candidates(string name, StorySnapshot story) =>
        [
            .. story
                .Book.Entities.Where(entity => IsPartOf(name, entity))
                .Concat(Completion.Entities(name, story))
                .Where(entity => entity.Kind is not EntityKind.Place)
                .DistinctBy(entity => entity.Id)
                .Take(5),
        ];

    private static bool IsName(Entity entity, string name) =>
        NormalText.Of(name) is var wanted
        && entity.Aliases.Append(entity.Name).Any(known => WithoutThe(NormalText.Of(known)) == WithoutThe(wanted));

    private static bool IsPartOf(string name, Entity entity) =>
        NormalText.Words(name) is var words && entity.Aliases.Append(entity.Name).Any(known => words.All(NormalText.Words(known).Contains));

    private static EntityKind KindOf(string name)
    {
        var words = NormalText.Words(name);
        return words is ["the", ..] || words.Any(OfOrganisations.Contains) || (name.Length <= 6 && name.All(char.IsUpper))
            ? EntityKind.Organisation
            : EntityKind.Person;
    }

    private static string WithoutThe(string name) => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
}
