namespace Bot.Core.Communities;

/// <summary>What somebody is in a community, as its platform tells.</summary>
public enum Belonging
{
    /// <summary>Not of it, or not wholly: a guest, somebody who left.</summary>
    Stranger,

    Member,

    /// <summary>May manage the server or workspace, and so set the bot up there.</summary>
    Manager,
}
