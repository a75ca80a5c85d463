using System.Text.Json.Nodes;

namespace Bot.Testing.Slack;

public sealed record SlackTeam(string Id, string Name)
{
    /// <summary>Of a company that Slack hosts workspaces for; null for none.</summary>
    public string? Enterprise { get; init; }
    public string Domain => Name.ToLowerInvariant();
}

/// <summary>Where people write.</summary>
public sealed class SlackChannel(string id, string team, string name)
{
    public string Id => id;
    public string Team => team;
    public string Name => name;
    public bool IsPrivate { get; init; }

    /// <summary>Between two.</summary>
    public bool IsDirect { get; init; }
    public bool IsArchived { get; set; }

    /// <summary>Shared with another company.</summary>
    public bool IsShared { get; set; }
    public ISet<string> Members { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>As it is told to who asks.</summary>
    internal JsonObject Json(string viewer)
    {
        var told = new JsonObject
        {
            ["id"] = id,
            ["is_channel"] = !IsDirect,
            ["is_group"] = false,
            ["is_im"] = IsDirect,
            ["is_mpim"] = false,
            ["is_private"] = IsPrivate || IsDirect,
            ["is_archived"] = IsArchived,
            ["is_ext_shared"] = IsShared,
            ["context_team_id"] = team,
        };
        if (IsDirect)
        {
            told["user"] = Members.First(member => member != viewer);
        }
        else
        {
            (told["name"], told["is_member"]) = (name, Members.Contains(viewer));
        }

        return told;
    }
}

/// <summary>Somebody.</summary>
public sealed record SlackUser(string Id, string Team, string Name)
{
    public bool IsAdmin { get; init; }
    public bool IsOwner { get; init; }
    public bool IsBot { get; init; }
    public bool IsDeleted { get; init; }

    /// <summary>A guest.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Of another company, in a shared channel.</summary>
    public bool IsStranger { get; init; }
    public string Zone { get; init; } = "Europe/London";

    internal JsonObject Json() =>
        new()
        {
            ["id"] = Id,
            ["team_id"] = Team,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["real_name"] = Name,
            ["tz"] = Zone,
            ["tz_offset"] = 0,
            ["locale"] = "en-GB",
            ["is_admin"] = IsAdmin,
            ["is_owner"] = IsOwner,
            ["is_primary_owner"] = IsOwner,
            ["is_restricted"] = IsRestricted,
            ["is_ultra_restricted"] = false,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["is_stranger"] = IsStranger,
            ["profile"] = new JsonObject { ["display_name"] = Name, ["real_name"] = Name },
        };
}

/// <summary>The app in one workspace.</summary>
public sealed record SlackInstallation(string Team, string Token, string Bot, string BotId)
{
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>With tokens that are changed: by what the next one is asked for.</summary>
    public string? Refresh { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public bool IsRevoked { get; set; }
}
