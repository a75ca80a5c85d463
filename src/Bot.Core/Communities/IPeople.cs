using System.Buffers.Text;

namespace Bot.Core.Communities;

/// <summary>A person as the platform of a community names them.</summary>
public readonly record struct UserId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// Who stands behind the keys in the journal: the only place that knows both. When a row goes, the key names nobody any more, and what they did stays.
/// </summary>
public interface IPeople
{
    /// <summary>The key of a person in a community: a random one, made when it is first asked for. Two who ask at once get the same.</summary>
    ValueTask<PersonKey> Key(CommunityId community, UserId user, CancellationToken cancellation);

    /// <summary>The person behind a key; null when there is none, or none any more.</summary>
    ValueTask<UserId?> User(CommunityId community, PersonKey key, CancellationToken cancellation);

    /// <summary>Forgets a person in one community, or in all. Who comes again is somebody new.</summary>
    /// <param name="community">Null: all.</param>
    /// <returns>Whether anything was known of them.</returns>
    ValueTask<bool> Forget(UserId user, CommunityId? community, CancellationToken cancellation);
}

/// <summary>How keys are made.</summary>
public static class PersonKeys
{
    private const int Bytes = 16;

    /// <summary>128 random bits, so that no two people ever get the same.</summary>
    public static PersonKey New(Randomness random)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        random(bytes);
        return new PersonKey($"p{Base64Url.EncodeToString(bytes)}");
    }
}
