using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Moderation;

/// <summary>Why a change is not made, and what would be.</summary>
internal static class ChangeWords
{
    public const string NothingToAdd = "There is no fact in what was sent: give at least one.";
    public const string SayWhy = "Say in one sentence why: readers are told.";
    public const string NoTitle = "A story needs a title: give a short headline.";
    public const string NotMoving = "The base is shared by all and changes by its files only: choose a community.";

    public static string LongTitle(int length, int most) => $"The title is {length} characters long: {most} is the most.";

    public static string IsThere(FactId id) => $"There is a fact '{id}' already: change it, or give the new one no id.";

    public static string WasErased(FactId id) => $"The fact '{id}' was erased, and its id is not used again: give the new one no id.";

    public static string NotThere(FactId id) => $"There is no fact '{id}' in this story now.";

    public static string Renamed(FactId id, FactId now) => $"The fact '{id}' is called '{now}' now: use that name.";

    public static string IsHeld(FactId id) => $"The fact '{id}' is held while it is checked: release it first, or withdraw it.";

    public static string NotHeld(FactId id) => $"The fact '{id}' is not held.";

    public static string Overtaken(FactId id, int seen, int now) =>
        $"The fact '{id}' was changed meanwhile: you looked at revision {seen}, and it is at {now}. Look at it again.";

    public static string OneFactOnly(FactId id) => $"To change '{id}', give that one fact, whole.";

    public static string SaysThat(FactId id) => $"The fact '{id}' says exactly that already.";

    public static string NotYet(DateOnly on) => $"{DateWords.Day(on)} is still to come: give a day that has come.";

    public static string CheckedLater(FactId id, DateOnly on) => $"The fact '{id}' was checked on {DateWords.Day(on)} already.";

    public static string HasEnded(FactId id, Ending ended) =>
        $"The fact '{id}' ended on {DateWords.Day(ended.On)} ({Vocabulary.Word(ended.How)}): it cannot be changed in this way any more.";

    public static string NotMoved(FactId id) => $"The base has not moved under '{id}': there is nothing to decide.";

    public static string NotOfTheBase(FactId id) => $"The base has no fact '{id}': withdraw it, if it is not to be given.";

    public static string IsTheBases(FactId id) => $"The fact '{id}' is given as the base has it already.";

    public static string NothingToErase(FactId id) => $"There is nothing of a fact '{id}' to erase in this community.";

    public static string EraseInFilesFirst(FactId id) =>
        $"The fact '{id}' stands in the files: take it out of `facts.yaml`, and what it rests on out of its seed, raise the edition, start once, then erase it.";

    public static string NoSuchStory(StorySlug story) => $"There is no story '{story}' here.";

    public static string SlugTaken(StorySlug story) => $"There is a story '{story}' already: choose another title.";

    public static string NoSuchZone(string zone) => $"'{zone}' is no IANA time zone: write a name such as Europe/London.";

    public static string IsClosed(DateOnly on) => $"The story was closed on {DateWords.Day(on)} already.";

    public const string IsOpen = "The story is open already.";
    public const string IsSetSo = "It is set so already.";
    public const string TooBusy = "Others keep changing the same thing at this moment: try again.";
}
