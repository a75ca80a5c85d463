using Bot.Core.Communities;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Settings;

/// <summary>
/// A menu on which all who moderate are chosen at once. What comes back is the whole list, and somebody else may have chosen since the menu was drawn: so its id tells what it
/// showed, and only what differs from that is changed.
/// </summary>
/// <param name="name">What its ids begin with.</param>
/// <param name="most">How many can be chosen on it: more are not shown, and stay.</param>
/// <param name="shows">Of those who were chosen, whom it is about.</param>
public sealed class ModeratorMenu(string name, int most, Func<string, bool> shows)
{
    public const string TooOld = "This card is too old to tell what it showed, so nothing was changed.";

    /// <summary>Menus of earlier releases showed fewer than they said, or did not say that nobody was chosen.</summary>
    private const string Release = "2";

    /// <summary>The id of the menu that shows who was chosen by now.</summary>
    public string Id(ModeratorRoles chosen) => $"{name}:{Release}:{chosen.Mark}";

    public bool IsOne(string? id) => id == name || id?.StartsWith($"{name}:", StringComparison.Ordinal) == true;

    /// <summary>Those of them that it shows.</summary>
    public IReadOnlyList<string> Shown(ModeratorRoles chosen) => [.. chosen.All.Where(shows).Take(most)];

    /// <summary>What a choice asks to be changed; null for a menu of which nobody knows any more what it showed.</summary>
    /// <param name="id">Of the menu as it was drawn.</param>
    /// <param name="chosen">All that is chosen on it now.</param>
    public Change? Wanted(string id, IReadOnlyCollection<string> chosen, Shelf shelf, CommunityId community)
    {
        if (shelf.ModeratorsEver(community).Cast<ModeratorRoles?>().FirstOrDefault(ever => Id(ever!.Value) == id) is not { } drawn)
        {
            return null;
        }

        var (shown, wanted) = (Shown(drawn), chosen.Where(shows).ToList());
        return new Change.ModeratedBy([.. wanted.Except(shown)], [.. shown.Except(wanted)]);
    }
}
