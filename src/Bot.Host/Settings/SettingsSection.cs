using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Bot.Core.Facts;

namespace Bot.Host.Settings;

/// <summary>One section of the settings, and what can be wrong with it.</summary>
internal abstract class SettingsSection(string name)
{
    public string Name => name;

    /// <summary>Its keys, as <c>Section:Key</c>, with what holds where nothing is set.</summary>
    public abstract IEnumerable<(string Key, object? Default)> Defaults { get; }

    public abstract IEnumerable<string> Problems(IConfiguration configuration);

    public abstract void Register(IServiceCollection services);
}

/// <typeparam name="T">Its options, whose annotations say in whole sentences what is wrong.</typeparam>
internal sealed class SettingsSection<T>(string name) : SettingsSection(name)
    where T : class, new()
{
    private static readonly PropertyInfo[] Keys = [.. typeof(T).GetProperties().Where(key => key.SetMethod is not null)];

    public override IEnumerable<(string Key, object? Default)> Defaults
    {
        get
        {
            var options = new T();
            return Keys.Select(key => ($"{Name}:{key.Name}", key.GetValue(options)));
        }
    }

    public override IEnumerable<string> Problems(IConfiguration configuration)
    {
        var section = configuration.GetSection(Name);
        var problems = section
            .GetChildren()
            .Select(Stranger)
            .Concat(Keys.Select(key => Unreadable(section, key)))
            .OfType<string>()
            .ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var options = section.Get<T>() ?? new T();
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => result.ErrorMessage!);
    }

    public override void Register(IServiceCollection services) => services.AddOptions<T>().BindConfiguration(Name);

    private string? Stranger(IConfigurationSection entry)
    {
        var known = Keys.Select(key => key.Name).ToList();
        return known.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"`{Name}:{entry.Key}` is not a setting.{Near(entry.Key, known)} {Name} has {string.Join(", ", known)}.";
    }

    private string Near(string key, IEnumerable<string> known) =>
        NearMiss.Of(key, known) is { } near ? $" Did you mean `{Name}:{near}`?" : "";

    private string? Unreadable(IConfigurationSection section, PropertyInfo key)
    {
        if (section.GetSection(key.Name).GetChildren().Any())
        {
            return $"`{Name}:{key.Name}` is one value, not a group of values.";
        }

        return section[key.Name] is not { Length: > 0 } value || TypeDescriptor.GetConverter(key.PropertyType).IsValid(value)
            ? null
            : $"`{Name}:{key.Name}` is '{value}': write {Sort(key.PropertyType)}.";
    }

    private static string Sort(Type type) =>
        type == typeof(bool) ? "true or false"
        : type == typeof(int) ? "a whole number"
        : type == typeof(TimeSpan) ? "a time as in 00:05:00"
        : $"a {type.Name}";
}
