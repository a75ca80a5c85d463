using System.CommandLine;
using Bot.Benchmarks.Chaos;
using Bot.Benchmarks.Communities;
using Bot.Benchmarks.Crash;
using Bot.Benchmarks.Digests;
using Bot.Benchmarks.Fit;
using Bot.Benchmarks.Fuzz;
using Bot.Benchmarks.Hammer;
using Bot.Benchmarks.Interactions;
using Bot.Benchmarks.Journals;
using Bot.Benchmarks.Many;
using Bot.Benchmarks.Model;
using Bot.Benchmarks.Programs;
using Bot.Benchmarks.Quality;
using Bot.Benchmarks.Replicas;
using Bot.Benchmarks.Rules;
using Bot.Benchmarks.Speed;
using Bot.Benchmarks.Words;

var measures = new RootCommand("Measures Dateline. The ratios matter, not the numbers.")
{
    new QualityVerb(),
    new SpeedVerb(),
    new CommunitiesVerb(),
    new ClockVerb(),
    new DueVerb(),
    new HammerVerb(),
    new InteractionsVerb(),
    new FuzzVerb(),
    new ModelVerb(),
    new RulesVerb(),
    new CrashVerb(),
    new ChaosVerb(),
    new ReplicasVerb(),
    new ManyVerb(),
    new JournalVerb(),
    new WordTableVerb(),
    new FitVerb(),
    new EmptyProgram(),
    new ChildVerb(),
    new ReplayVerb(),
};
return await measures.Parse(args).InvokeAsync();
