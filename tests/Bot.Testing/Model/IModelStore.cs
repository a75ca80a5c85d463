using Bot.Core.Journal;
using Bot.Storage;

namespace Bot.Testing.Model;

/// <summary>A store that a sequence runs on, empty at first.</summary>
public interface IModelStore : IAsyncDisposable
{
    IJournal Journal { get; }

    /// <summary>Closes it and opens it anew, as a restart does.</summary>
    Task Reopen();

    /// <summary>What its own check of the journal finds wrong.</summary>
    Task<IReadOnlyList<string>> Problems();
}

/// <summary>A store in memory, which is as new when the program starts again.</summary>
public sealed class MemoryModelStore(TimeProvider time) : IModelStore
{
    public IJournal Journal { get; } = new InMemoryJournal(time);

    public Task Reopen() => Task.CompletedTask;

    public Task<IReadOnlyList<string>> Problems() => Task.FromResult<IReadOnlyList<string>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A store that outlives the program, and is opened again when that starts again.</summary>
/// <param name="free">Done when it is disposed.</param>
public sealed class StoredModelStore(Func<Store> open, Func<Task>? free = null) : IModelStore
{
    private Store store = open();

    public IJournal Journal => store.Journal;

    public async Task Reopen()
    {
        await store.DisposeAsync();
        store = open();
    }

    public async Task<IReadOnlyList<string>> Problems() => (await store.Verify(CancellationToken.None)).Problems;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await (free?.Invoke() ?? Task.CompletedTask);
    }
}
