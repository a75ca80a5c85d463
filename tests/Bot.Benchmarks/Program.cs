using System.CommandLine;
using Bot.Benchmarks.Quality;

return await new RootCommand("Measures Dateline. The ratios matter, not the numbers.") { new QualityVerb() }
    .Parse(args)
    .InvokeAsync();
