using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation.Buttons;
using Bot.Core.Conversation.Forms;
using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Conversation.Settings;

/// <summary>The form on which it is said who stands in for a second moderator who is away, and for how long. Who may say so the platform tells.</summary>
public sealed class StandInForm(IPeople people, StandingIn standingIn, SettingsMenus menus, ButtonIds buttons, TimeProvider time)
{
    private const string Who = "people";
    private const string HowLong = "days";

    private static readonly IReadOnlyList<FormOption> Days =
    [
        new("One day", "1"),
        new("Three days", "3"),
        new("A week", "7"),
        new("Two weeks", "14"),
    ];

    /// <summary>A line on who does now; null for nobody.</summary>
    public async ValueTask<Named?> Now(CommunityId community, CancellationToken cancellation) =>
        await standingIn.Now(community, cancellation) is var (users, until) ? new Named(StandInWords.Until(until), users) : null;

    /// <summary>The empty form, or who does now.</summary>
    public async ValueTask<Form> Ask(CommunityId community, UserId by, CancellationToken cancellation)
    {
        var now = await standingIn.Now(community, cancellation);
        return new Form(
            StandInWords.FormTitle,
            new FormField.People(Who, StandInWords.Who)
            {
                Most = StandIns.Most,
                Hint = StandInWords.WhoHint,
                Value = now is var (users, _) ? FormField.People.Write(users.Select(user => user.Value)) : null,
                IsRequired = false,
            },
            new FormField.Choice(HowLong, StandInWords.HowLong, Days) { Value = "3" }
        )
        {
            Id = buttons.Form(new FormRef(FormKind.StandIns, StorySlug.All.Handle), community, by),
            Headline = StandInWords.FormHeadline,
        };
    }

    /// <summary>Whether a form that came back is this one.</summary>
    public bool IsOne(string? id, CommunityId community, UserId by) =>
        buttons.ReadForm(id, community, by) is SentForm.Live { Form.Kind: FormKind.StandIns };

    /// <summary>What was filled in where people cannot be chosen.</summary>
    /// <param name="ids">Of what was typed.</param>
    public static IReadOnlyDictionary<string, string> Named(IReadOnlyDictionary<string, string> typed, Func<string, string> ids) =>
        typed.ToDictionary(pair => pair.Key, pair => pair.Key == Who ? ids(pair.Value) : pair.Value, StringComparer.Ordinal);

    /// <summary>Whom what was filled in names, each once.</summary>
    public static IReadOnlyList<UserId> Chosen(IReadOnlyDictionary<string, string> values) =>
        [.. FormField.People.Read(values.GetValueOrDefault(Who)).Distinct().Select(id => new UserId(id))];

    /// <param name="values">What was filled in.</param>
    /// <param name="command">Names the sending: told twice it changes things once.</param>
    public async Task<Settled> Settle(
        IReadOnlyDictionary<string, string> values,
        UserId by,
        CommandId command,
        CommunityId community,
        CancellationToken cancellation
    )
    {
        if (Days.FirstOrDefault(option => option.Value == values.GetValueOrDefault(HowLong)) is not { } chosen)
        {
            return new Settled.Refused(StandInWords.NotSo);
        }

        var users = Chosen(values);
        if (users.Count > StandIns.Most)
        {
            return new Settled.Refused(StandInWords.TooMany(StandIns.Most));
        }

        var keys = await people.Keys(community, users, cancellation);
        var until = time.GetUtcNow().AddDays(int.Parse(chosen.Value, CultureInfo.InvariantCulture));
        return await menus.Settle(new Change.StoodInBy(StandIns.Of(keys, until)), by, command, community, cancellation);
    }
}
