using System.Globalization;
using Bot.Host.Cli;

// What people read is English wherever the service runs, dates and figures too.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

return await CommandLine.Run(args, Surroundings.OfThisProcess());
