using System.CommandLine;

namespace Bot.Benchmarks;

/// <summary>A whole number that a measure is given, and is known by as N in its help.</summary>
internal sealed class NumberOption : Option<int>
{
    public NumberOption(string name, string description, int usual)
        : base(name) => (Description, HelpName, DefaultValueFactory) = (description, "N", _ => usual);
}
