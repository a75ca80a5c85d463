using System.Collections.Concurrent;
using System.Xml.Linq;
using Bot.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Bot.Host.Stores;

/// <summary>The keys of data protection in the store, so that a restart and every replica can open what was sealed.</summary>
internal sealed class StoredKeys(ProtectionKeys keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.All(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}

/// <summary>The keys for as long as the process lives.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> keys = [];

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys];

    public void StoreElement(XElement element, string friendlyName) => keys.Enqueue(new XElement(element));
}
