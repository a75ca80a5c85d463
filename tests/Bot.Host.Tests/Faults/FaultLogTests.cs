using System.Reflection;
using Bot.Host.Faults;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Host.Tests.Faults;

public sealed class FaultLogTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void A_fault_is_told_by_its_type_and_those_of_its_causes_without_a_message()
    {
        using var log = new CollectedLog();
        using var loggers = log.From(LogLevel.Trace);

        var reference = new FaultLog(loggers.CreateLogger<FaultLog>()).Note(
            new InvalidOperationException("what somebody typed", new TimeoutException("what somebody typed")),
            "answering"
        );

        log.Text.ShouldStartWith($"Fault {reference} in answering: System.InvalidOperationException, caused by System.TimeoutException");
        log.Text.ShouldNotContain("typed");
    }

    [Fact]
    public void No_line_of_ours_takes_a_whole_fault()
    {
        var program = typeof(FaultLog).Assembly;
        var lines = program
            .GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Bot.", StringComparison.Ordinal))
            .Select(Assembly.Load)
            .Append(program)
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(Static))
            .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .ToList();

        lines.Count.ShouldBeGreaterThan(20);
        lines
            .Where(line => line.GetParameters().Any(parameter => typeof(Exception).IsAssignableFrom(parameter.ParameterType)))
            .Select(line => $"{line.DeclaringType} {line.Name}")
            .ShouldBeEmpty();
    }
}
