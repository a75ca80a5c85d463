using Bot.Core.Facts;
using Bot.Core.Journal;
using Bot.Core.Moderation;

namespace Bot.Core.Tests.Moderation;

/// <summary>One person of the town, who moderates or only reads.</summary>
internal sealed record Somebody(Newsroom Room, string Name, Role Role)
{
    public Task<ChangeOutcome> Make(Change change, string reason = "Because.", int? revision = null, string? delivery = null) =>
        Room.Make(change, reason: reason, revision: revision, delivery: delivery, by: Name, role: Role);

    public async Task<ChangeOutcome.Done> Done(Change change, string reason = "Because.") =>
        (await Make(change, reason)) switch
        {
            ChangeOutcome.Done done => done,
            ChangeOutcome.Refused refused => throw new ShouldAssertException(string.Join(' ', refused.Problems.Select(p => p.Sentence))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task<string> Refused(Change change, string reason = "Because.", int? revision = null) =>
        string.Join(' ', (await Make(change, reason, revision)).ShouldBeOfType<ChangeOutcome.Refused>().Problems.Select(p => p.Sentence));

    /// <summary>What now waits because of it.</summary>
    public async Task<ItemId> Waits(Change change, string reason = "Because.") => (await Done(change, reason)).Item.ShouldNotBeNull();

    public Task<ChangeOutcome.Done> Approves(ItemId item) => Done(new Change.Approve(item), "");

    public async Task<FactId> Adds(string says, string tag = "~tip") =>
        (await Done(new Change.Add(Newsroom.Draft(says, tag: tag)))).Facts[0];
}

internal static class People
{
    public static Somebody Ann(this Newsroom room) => new(room, "ann", Role.Moderator);

    public static Somebody Bea(this Newsroom room) => new(room, "bea", Role.Moderator);

    public static Somebody Member(this Newsroom room, string name = "mo") => new(room, name, Role.Member);

    /// <summary>What falls due.</summary>
    public static Somebody Clock(this Newsroom room, string by = "ann") => new(room, by, Role.Clock);
}
