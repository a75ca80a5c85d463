namespace Bot.Discord.Tests.Gateway;

public sealed class FaultTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Half_an_hour_of_faults_leaves_no_interaction_unanswered_and_none_answered_twice(int seed)
    {
        using var run = new FaultRun(seed);
        run.Run(TimeSpan.FromMinutes(30));
        output.WriteLine($"{run.Faults} faults, {run.Asked} interactions, {run.Resumes} resumed, {run.Logins} logins");

        run.Check();
        (run.Faults, run.Asked, run.Resumes).ShouldSatisfyAllConditions(
            run => run.Faults.ShouldBeGreaterThan(300),
            run => run.Asked.ShouldBeGreaterThan(1_000),
            run => run.Resumes.ShouldBeGreaterThan(15)
        );
    }
}
