using System.Reflection;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Storage.Tests.Packed;

/// <summary>
/// Events with anything in every field, found by looking at the types: a field that is added later is filled, too. Texts and whole facts come again, as they do
/// in a journal.
/// </summary>
internal sealed class Made(int seed)
{
    private static readonly NullabilityInfoContext Nulls = new();
    private static readonly string[] Texts = ["", "a", "It is closed.", "橋 🌉", "\0", "Jane \"said\"\n\\ so", new string('x', 300)];

    private readonly Random chance = new(seed);
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Envelope> Envelopes(int count)
    {
        var position = (long)chance.Next(1_000_000);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new Envelope
                {
                    Position = position += chance.Next(1, 4),
                    Community = new CommunityId(Text()),
                    Story = new StorySlug(Text()),
                    Stream = new StreamId(Text()),
                    Version = chance.NextInt64(1, long.MaxValue),
                    Command = new CommandId(Text()),
                    At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(chance.NextInt64(-1_000_000_000, 1_000_000_000)),
                    By = new PersonKey(Text()),
                    Reason = Text(),
                    Event = (StoryEvent)Any(typeof(StoryEvent)),
                    ContentHash = Hash(),
                    ChainHash = Hash(),
                }),
        ];
    }

    private object Any(Type type) =>
        type == typeof(string) ? Text()
        : type == typeof(bool) ? chance.Next(2) == 0
        : type == typeof(int) ? chance.Next()
        : type == typeof(long) ? chance.NextInt64()
        : type == typeof(DateOnly) ? DateOnly.FromDayNumber(chance.Next(DateOnly.MaxValue.DayNumber))
        : type == typeof(PartialDate) ? Date()
        : type == typeof(EventDate) ? EventDate()
        : type == typeof(SharingPlaces) ? SharingPlaces.In(Enumerable.Range(0, chance.Next(3)).Select(id => new PlaceId($"{id}")))
        : type == typeof(ModeratorRoles) ? ModeratorRoles.Of(Enumerable.Range(0, chance.Next(1, 3)).Select(id => $"{id}"))!
        : type == typeof(StandIns)
            ? StandIns.Of(
                [new PersonKey($"p{chance.Next()}")],
                new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(chance.Next())
            )!
        : type == typeof(ItemId) ? ItemId.Of(Text())
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(chance.NextInt64(1_000_000_000))
        : type == typeof(Fact) ? Fact()
        : type == typeof(FactKind) ? FactKind.Claim
        : type.IsEnum ? Enum.GetValues(type).GetValue(chance.Next(Enum.GetValues(type).Length))!
        : type.IsGenericType ? List(type.GetGenericArguments()[0])
        : type.IsAbstract ? Any(OneOf([.. type.GetNestedTypes().Where(nested => !nested.IsAbstract && nested.IsSubclassOf(type))]))
        : Filled(type);

    private object Filled(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(made => made.GetParameters().Length).First();
        var made = constructor.Invoke([
            .. constructor.GetParameters().Select(given => Maybe(given.ParameterType, Nulls.Create(given).WriteState)),
        ]);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite && property.DeclaringType != typeof(object)))
        {
            property.SetValue(made, Maybe(property.PropertyType, Nulls.Create(property).WriteState));
        }

        return made;
    }

    private object? Maybe(Type type, NullabilityState state) =>
        state is NullabilityState.Nullable && chance.Next(3) == 0 ? null : Any(Nullable.GetUnderlyingType(type) ?? type);

    private Fact Fact()
    {
        if (facts.Count > 0 && chance.Next(3) == 0)
        {
            return facts[chance.Next(facts.Count)];
        }

        facts.Add((Fact)Filled(OneOf([typeof(Assertion), typeof(Account), typeof(NonAnswer)])));
        return facts[^1];
    }

    private Array List(Type of)
    {
        var list = Array.CreateInstance(of, chance.Next(3));
        for (var i = 0; i < list.Length; i++)
        {
            list.SetValue(Any(of), i);
        }

        return list;
    }

    private PartialDate Date()
    {
        var day = DateOnly.FromDayNumber(chance.Next(DateOnly.MaxValue.DayNumber));
        return chance.Next(3) switch
        {
            0 => new PartialDate(day.Year),
            1 => new PartialDate(day.Year, day.Month),
            _ => PartialDate.Of(day),
        };
    }

    private EventDate EventDate() =>
        chance.Next(3) switch
        {
            0 => new EventDate(Date(), null),
            1 => new EventDate(null, Date()),
            _ => new EventDate(Date(), Date()),
        };

    private string Hash() =>
        chance.Next(4) == 0 ? Text() : Convert.ToHexStringLower(Enumerable.Repeat((byte)chance.Next(256), 32).ToArray());

    private string Text() => chance.Next(2) == 0 ? OneOf(Texts) : $"{OneOf(Texts)}{chance.Next(100)}";

    private T OneOf<T>(IReadOnlyList<T> these) => these[chance.Next(these.Count)];
}
