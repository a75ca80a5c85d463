using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Stores;

/// <summary>Where the journal is kept.</summary>
public sealed class StoreOptions : IValidatableObject
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    public const string Memory = "memory";

    /// <summary><c>sqlite</c>, <c>postgres</c> or <c>memory</c>; what is in memory is gone with the process.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>For <c>sqlite</c> the file; for <c>postgres</c> the connection string; for <c>memory</c> nothing.</summary>
    public string ConnectionString { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is not (Sqlite or Postgres or Memory))
        {
            yield return new ValidationResult($"`Store:Provider` is '{Provider}': write {Sqlite}, {Postgres} or {Memory}.");
        }
        else if (Provider == Postgres && ConnectionString.Length == 0)
        {
            yield return new ValidationResult(
                "`Store:ConnectionString` is empty: with `Store:Provider=postgres` name the database, as in Host=db;Database=dateline;Username=dateline."
            );
        }
        else if (Provider == Memory && ConnectionString.Length > 0)
        {
            yield return new ValidationResult(
                "`Store:ConnectionString` is set, but `Store:Provider=memory` keeps nothing: set only one of them."
            );
        }
    }
}
