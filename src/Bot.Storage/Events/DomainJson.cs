using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Bot.Core.Communities;
using Bot.Core.Delivery;
using Bot.Core.Facts;
using Bot.Core.Journal;

namespace Bot.Storage.Events;

/// <summary>How the domain's values are written as JSON: words of the formats, dates as in the story files, empty fields left out.</summary>
internal static class DomainJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatIsWorkedOut, LeaveOutWhatIsEmpty } },
        };
        options.Converters.Add(new TextConverter<FactId>(text => new FactId(text)));
        options.Converters.Add(new TextConverter<EntityId>(text => new EntityId(text)));
        options.Converters.Add(new TextConverter<SourceId>(text => new SourceId(text)));
        options.Converters.Add(new TextConverter<StorySlug>(text => new StorySlug(text)));
        options.Converters.Add(new TextConverter<SeedId>(text => new SeedId(text)));
        options.Converters.Add(new TextConverter<CommunityId>(text => new CommunityId(text)));
        options.Converters.Add(new TextConverter<PlaceId>(text => new PlaceId(text)));
        options.Converters.Add(new TextConverter<SharingPlaces>(SharingPlaces.TryParse));
        options.Converters.Add(new TextConverter<ModeratorRoles>(ModeratorRoles.TryParse));
        options.Converters.Add(new TextConverter<StandIns>(StandIns.TryParse));
        options.Converters.Add(new TextConverter<ItemId>(ItemId.TryParse));
        options.Converters.Add(new TextConverter<PersonKey>(text => new PersonKey(text)));
        options.Converters.Add(new TextConverter<PartialDate>(PartialDate.TryParse));
        options.Converters.Add(new EventDateConverter());
        options.Converters.Add(new WordConverter<FactKind>());
        options.Converters.Add(new WordConverter<FactStatus>());
        options.Converters.Add(new WordConverter<DateBasis>());
        options.Converters.Add(new WordConverter<Holding>());
        options.Converters.Add(new WordConverter<Stance>());
        options.Converters.Add(new WordConverter<LinkKind>());
        options.Converters.Add(new WordConverter<EndingKind>());
        options.Converters.Add(new WordConverter<EntityKind>());
        options.Converters.Add(new WordConverter<SeedForm>());
        options.Converters.Add(new WordConverter<GraveAct>());
        options.Converters.Add(new WordConverter<Settling>());
        options.Converters.Add(new SpeakerConverter());
        options.Converters.Add(new FactConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What follows from other fields is not stored.</summary>
    private static void LeaveOutWhatIsWorkedOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is null && property.Name is not "kind").ToList())
        {
            if (!type.Type.GetConstructors().Any(made => made.GetParameters().Any(given => IsFor(given.Name, property))))
            {
                type.Properties.Remove(property);
            }
        }
    }

    private static bool IsFor(string? parameter, JsonPropertyInfo property) =>
        parameter is not null
        && string.Equals(JsonNamingPolicy.KebabCaseLower.ConvertName(parameter), property.Name, StringComparison.OrdinalIgnoreCase);

    private static void LeaveOutWhatIsEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => !property.IsRequired && IsList(property.PropertyType)))
        {
            property.ShouldSerialize = static (_, value) => value is System.Collections.ICollection { Count: > 0 };
        }

        foreach (var property in type.Properties.Where(property => property.IsGetNullable))
        {
            property.IsRequired = false;
        }
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
