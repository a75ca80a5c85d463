namespace Bot.Core.Conversation;

/// <summary>Reads the commands that depend on who asks.</summary>
internal static class ByCallerGrammar
{
    /// <summary>Null for a path that is none of theirs.</summary>
    /// <param name="value">What was given for an option; null for nothing.</param>
    public static Command.ByCaller? Read(string path, Func<string, string?> value) =>
        path switch
        {
            "why" when value("about") is "denied" => new Command.WhyDenied(),
            "fact add" => new Command.AddFact(value("sentence"), value("from"), value("speaker"), value("draft"), value("settle")),
            "fact change" => new Command.ChangeFact(value("fact"), value("what")),
            "fact hold" => new Command.HoldFact(value("fact"), value("reason")),
            "fact retract" => new Command.RetractFact(value("fact"), value("reason")),
            "fact undo" => new Command.UndoFact(value("fact"), value("reason"), value("of")),
            "fact history" => new Command.FactHistory(value("fact")),
            "fact queue" => new Command.ShowWaiting(value("item")),
            "fact approve" => new Command.Approve(value("item")),
            "fact reject" => new Command.Reject(value("item"), value("reason")),
            "fact source" => new Command.SourceFact(value("fact"), value("from")),
            "fact recheck" => new Command.RecheckFact(value("fact")),
            "fact erase" => new Command.EraseFact(value("fact"), value("reason")),
            "fact console" => new Command.OpenConsole(),
            "report" => new Command.Report(value("fact")),
            _ => null,
        };
}
