using System.Globalization;
using Bot.Core.Communities;
using Bot.Core.Conversation.Forms;
using Bot.Core.Conversation.Wording;
using Bot.Core.Facts;

namespace Bot.Core.Conversation.Buttons;

/// <content>What a form carries: what it is for, which state of what was shown, and for whom it was opened, sealed for the community.</content>
public sealed partial class ButtonIds
{
    private const string FormVerb = "form";
    private const string Nothing = "-";

    public string Form(FormRef form, CommunityId community, UserId by) =>
        Sealed($"{Version}{FormVerb}:{Vocabulary.Word(form.Kind)}:{form.Story}:{Subject(form)}:{Asker(community, by)}", community);

    /// <param name="community">Where it came from.</param>
    /// <param name="by">Who sent it.</param>
    public SentForm ReadForm(string? id, CommunityId community, UserId by)
    {
        if (id is null || !id.StartsWith($"{Version}{FormVerb}:", StringComparison.Ordinal))
        {
            return new SentForm.Dead(ButtonWords.AnotherVersion);
        }

        if (
            id[Version.Length..].Split(':') is not [_, var kind, var story, var subject, var asker, { Length: MarkLength }]
            || Vocabulary.Read<FormKind>(kind) is not { } known
            || Read(known, story, subject) is not { } form
        )
        {
            return new SentForm.Dead(ButtonWords.NotWhole);
        }

        return Holds(id, community) && asker == Asker(community, by) ? new SentForm.Live(form) : new SentForm.Dead(ButtonWords.NotOurs);
    }

    private static string Subject(FormRef form) =>
        form.Item is { } item ? $"i{item}"
        : form.Digest is { } digest ? $"d{digest}"
        : form.Fact is { } fact ? string.Create(CultureInfo.InvariantCulture, $"f{fact.Handle}{fact.Revision:x}")
        : Nothing;

    private static FormRef? Read(FormKind kind, string story, string subject) =>
        subject == Nothing ? new FormRef(kind, story)
        : subject is ['f', ..] && Facts(subject[1..]) is [var fact] ? new FormRef(kind, story, fact)
        : subject is ['i', ..] && ItemRef.TryParse(subject[1..]) is { } item ? new FormRef(kind, story, Item: item)
        : subject is ['d', ..] && DigestRef.TryParse(subject[1..]) is { } digest ? new FormRef(kind, story, Digest: digest)
        : null;
}
