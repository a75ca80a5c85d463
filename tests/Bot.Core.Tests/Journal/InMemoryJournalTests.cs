using Bot.Core.Journal;
using Bot.Testing.Journal;

namespace Bot.Core.Tests.Journal;

public sealed class InMemoryJournalTests : JournalContract
{
    protected override ValueTask<IJournal> Open() => ValueTask.FromResult<IJournal>(new InMemoryJournal(Time));
}
