using Bot.Knowledge.Lexicons;
using Bot.Testing.Rules;

namespace Bot.Core.Tests.Moderation;

/// <summary>A short form of <c>Bot.Benchmarks rules</c>: the same sequences every time.</summary>
public sealed class RulesTests
{
    private const int Seed = 41;
    private const int Sequences = 300;

    [Fact]
    public async Task Whoever_does_what_in_whatever_order_it_comes_out_as_in_a_plain_model_of_the_rules()
    {
        var test = new RulesTest(ShippedLexicon.Read());

        for (var number = 0; number < Sequences; number++)
        {
            (await test.Failure(Seed, number)).ShouldBeNull();
        }
    }
}
