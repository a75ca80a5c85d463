using FsCheck;
using FsCheck.Fluent;

namespace Bot.Core.Tests;

/// <summary>Holds a rule against many values; a failure names the value, made small, and the seed that brings it back.</summary>
internal static class Properties
{
    public static void Hold<T>(Arbitrary<T> values, Action<T> rule, int times = 200) =>
        Prop.ForAll(values, rule).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));

    public static void Hold<T>(Gen<T> values, Action<T> rule, int times = 200) => Hold(values.ToArbitrary(), rule, times);
}
