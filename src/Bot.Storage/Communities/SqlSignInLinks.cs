using Bot.Core.Communities;
using Bot.Storage.Databases;

namespace Bot.Storage.Communities;

internal sealed class SqlSignInLinks(Func<Task<Database>> opened, Randomness random, TimeProvider time) : ISignInLinks
{
    public async ValueTask<string> Issue(CommunityId community, PersonKey person, TimeSpan lifetime, CancellationToken cancellation)
    {
        var (token, now) = (SignInToken.New(random), time.GetUtcNow());
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run("DELETE FROM sign_in_link WHERE expires_at <= @now", cancellation, ("now", Statements.Stamp(now)));
        await writing.Run(
            "INSERT INTO sign_in_link (hash, community, person, expires_at) VALUES (@hash, @community, @person, @expires)",
            cancellation,
            ("hash", SignInToken.Hash(token)),
            ("community", community.Value),
            ("person", person.Value),
            ("expires", Statements.Stamp(now + lifetime))
        );
        await writing.Commit(cancellation);
        return token;
    }

    public async ValueTask<SignIn?> Redeem(string token, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        var used = await writing.Read(
            "DELETE FROM sign_in_link WHERE hash = @hash RETURNING community, person, expires_at",
            row => (SignIn: new SignIn(new CommunityId(row.GetString(0)), new PersonKey(row.GetString(1))), Expires: row.Moment(2)),
            cancellation,
            ("hash", SignInToken.Hash(token))
        );
        await writing.Commit(cancellation);
        return used is [var link] && link.Expires > time.GetUtcNow() ? link.SignIn : null;
    }
}
