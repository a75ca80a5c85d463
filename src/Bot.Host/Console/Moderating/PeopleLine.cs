using System.Text.RegularExpressions;
using Bot.Core.Conversation.Forms;
using Bot.Core.Delivery;

namespace Bot.Host.Console.Moderating;

/// <summary>Some people in a field that is typed into, with commas between: each as an id, or as it was offered, a name with the id behind it.</summary>
internal static partial class PeopleLine
{
    private const char Between = ',';

    /// <summary>The ids of what was typed, as a form has them.</summary>
    public static string Ids(string typed) =>
        FormField.People.Write(
            typed
                .Split(Between)
                .SelectMany(each =>
                    Offered().Match(each) is { Success: true } offered ? [offered.Groups[1].Value] : FormField.People.Read(each)
                )
        );

    /// <summary>What was typed of the last name.</summary>
    public static string Last(string typed) => typed[(typed.LastIndexOf(Between) + 1)..].Trim();

    /// <summary>What was typed, with somebody in place of the last name.</summary>
    public static string With(string typed, NamedUser user)
    {
        var before = typed[..(typed.LastIndexOf(Between) + 1)].TrimEnd();
        return $"{before}{(before.Length > 0 ? " " : "")}{Marks().Replace(user.Name, " ").Trim()} ({user.Id}){Between} ";
    }

    [GeneratedRegex(@"\(([^()\s]+)\)\s*$")]
    private static partial Regex Offered();

    /// <summary>What would be taken for something else than a part of the name.</summary>
    [GeneratedRegex(@"[,()\s]+")]
    private static partial Regex Marks();
}
