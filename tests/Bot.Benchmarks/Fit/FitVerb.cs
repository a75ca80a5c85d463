using System.CommandLine;

namespace Bot.Benchmarks.Fit;

/// <summary><c>fit</c>: learns the weights of the product from the evaluation files.</summary>
internal sealed class FitVerb : Command
{
    public FitVerb()
        : base("fit", "Learn weights from the evaluation files, and print them as they stand in the code.") => Add(new FitPassages());
}
