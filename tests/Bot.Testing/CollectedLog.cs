using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Testing;

/// <summary>Keeps all that is logged, formatted, exceptions included.</summary>
public sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> entries = [];

    public sealed record Entry(LogLevel Level, string Category, string Text);

    public IReadOnlyList<Entry> Entries => [.. entries];

    public string Text => string.Join('\n', entries.Select(entry => entry.Text));

    /// <summary>Loggers that write here.</summary>
    /// <param name="least">What is less is not kept.</param>
    public ILoggerFactory From(LogLevel least) => LoggerFactory.Create(logging => logging.SetMinimumLevel(least).AddProvider(this));

    public ILogger CreateLogger(string categoryName) => new Collector(categoryName, entries);

    public void Dispose() { }

    private sealed class Collector(string category, ConcurrentQueue<Entry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => entries.Enqueue(new Entry(logLevel, category, $"{formatter(state, exception)} {exception}"));
    }
}
