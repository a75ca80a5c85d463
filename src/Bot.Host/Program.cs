using Bot.Host.Cli;

return await CommandLine.Run(args, Surroundings.OfThisProcess());
