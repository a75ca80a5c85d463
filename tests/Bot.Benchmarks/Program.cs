using System.CommandLine;

return await new RootCommand("Measures Dateline. The ratios matter, not the numbers.").Parse(args).InvokeAsync();
