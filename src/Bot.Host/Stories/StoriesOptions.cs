using System.ComponentModel.DataAnnotations;
using Bot.Core.Facts;

namespace Bot.Host.Stories;

/// <summary>Which files are read, and which story is asked about where none is named.</summary>
public sealed class StoriesOptions : IValidatableObject
{
    /// <summary>The folder of source documents.</summary>
    [Required(ErrorMessage = "`Stories:Seeds` is empty: name the folder of source documents.")]
    public string Seeds { get; set; } = "seeds";

    /// <summary>The folder of reviewed facts.</summary>
    [Required(ErrorMessage = "`Stories:Knowledge` is empty: name the folder of reviewed facts.")]
    public string Knowledge { get; set; } = "knowledge";

    /// <summary>The slug of the story asked about where none is named. Empty: the one that calls itself default, else the first by slug.</summary>
    public string Default { get; set; } = "";

    /// <summary>Whether an edition may take out many facts at once. Without it such an edition is refused, since a lost file looks the same.</summary>
    public bool Accept { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Default.Length > 0 && StorySlug.TryParse(Default) is null
            ?
            [
                new ValidationResult(
                    $"`Stories:Default` is '{Default}': write the slug of a story, of lower-case letters, digits and hyphens."
                ),
            ]
            : [];
}
