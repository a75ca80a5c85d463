using Bot.Core.Facts;

namespace Bot.Core.Questions.Understanding;

/// <summary>Finds the entities that words name, the longest name first.</summary>
internal static class FindNames
{
    public static Question Apply(Question question, Context context)
    {
        var terms = question.TermIds();
        var mentions = new List<Mention>();
        for (var at = 0; at < terms.Length; )
        {
            if (
                Named(at) is { } named
                && !IsRequest(named, question.Words)
                && !(question.Words[at].Normal is "the" or "a" or "an" && at + 1 < terms.Length && Named(at + 1)?.End > named.End)
            )
            {
                var mention = Widened(named, question.Words, mentions.Count > 0 ? mentions[^1].End : 0);
                if (mentions.Count > 0 && mentions[^1].End == mention.At && IsOf(mention.Entity, mentions[^1].Entity))
                {
                    mention = new Mention(mention.Entity, mentions[^1].At, mentions[^1].Length + mention.Length);
                    mentions.RemoveAt(mentions.Count - 1);
                }

                mentions.Add(mention);
                at = mention.End;
            }
            else
            {
                at++;
            }
        }

        return question with
        {
            Mentions = mentions,
        };

        // "The union" may be a name and "union leader" another: an article does not make a name the longer one.
        Mention? Named(int at)
        {
            var names = context.Index.Names;
            var (markers, length) = names.CanBegin(terms[at]) ? names.Longest(terms, at, names.IsName(question.Words[at].Normal)) : ([], 0);
            return length > 0 && context.Index.EntityOf(markers[0]) is { } entity ? new Mention(entity, at, length) : null;
        }
    }

    /// <summary>"List everybody who …": no list that the story tells of is named.</summary>
    private static bool IsRequest(Mention named, IReadOnlyList<Word> words) =>
        named is { At: 0, Length: 1 }
        && words.Count > 1
        && words[0].Normal is "list" or "name" or "quote" or "show"
        && (words[1].IsStop ? words[1].Normal is not ("is" or "was" or "of" or "did") : words[1].Normal is "everybody" or "everyone");

    /// <summary>"The council's workers", "the council workers": the workers are meant.</summary>
    private static bool IsOf(Entity entity, Entity whole) =>
        entity.Of == whole.Id && entity.Kind is (EntityKind.Group or EntityKind.Person or EntityKind.Organisation);

    /// <summary>Takes in the words beside a name that belong to it too: a first name in another spelling, say.</summary>
    private static Mention Widened(Mention mention, IReadOnlyList<Word> words, int from)
    {
        if (mention.Entity.Kind is not EntityKind.Person)
        {
            return mention;
        }

        var own = mention
            .Entity.Aliases.Append(mention.Entity.Name)
            .SelectMany(name => ReadWords.Split(name))
            .Select(word => word.Normal)
            .ToHashSet();
        var (start, end) = (mention.At, mention.End);
        while (start > from && (own.Contains(words[start - 1].Normal) || IsTitle(words[start - 1].Normal)))
        {
            start--;
        }

        while (end < words.Count && own.Contains(words[end].Normal))
        {
            end++;
        }

        return new Mention(mention.Entity, start, end - start);
    }

    private static bool IsTitle(string word) =>
        word is "mr" or "mrs" or "ms" or "miss" or "mister" or "dr" or "doctor" or "prof" or "professor" or "sir" or "madam" or "judge";
}
