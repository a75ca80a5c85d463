using Bot.Storage.Databases;

namespace Bot.Storage;

/// <summary>The keys with which a service seals what it hands out, as XML texts, so that a restart or another replica can open it.</summary>
public sealed class ProtectionKeys
{
    private readonly Func<Task<Database>> opened;

    internal ProtectionKeys(Func<Task<Database>> opened) => this.opened = opened;

    /// <summary>All keys, by name.</summary>
    public async Task<IReadOnlyList<string>> All(CancellationToken cancellation) =>
        await (await opened()).Read("SELECT xml FROM protection_key ORDER BY name", row => row.GetString(0), cancellation);

    /// <summary>Keeps a key; one of the same name is replaced.</summary>
    public async Task Add(string name, string xml, CancellationToken cancellation)
    {
        await using var writing = await (await opened()).OpenToWrite(cancellation);
        await writing.Run(
            "INSERT INTO protection_key (name, xml) VALUES (@name, @xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml",
            cancellation,
            ("name", name),
            ("xml", xml)
        );
        await writing.Commit(cancellation);
    }
}
