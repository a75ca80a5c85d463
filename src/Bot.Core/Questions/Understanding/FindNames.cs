namespace Bot.Core.Questions.Understanding;

/// <summary>Finds the entities that words name, the longest name first.</summary>
internal static class FindNames
{
    public static Question Apply(Question question, Context context)
    {
        var terms = question.Words.Select(word => word.TermId).ToArray();
        var mentions = new List<Mention>();
        for (var at = 0; at < terms.Length; )
        {
            var (markers, length) = terms[at] < 0 ? ([], 0) : context.Index.Names.Longest(terms, at);
            if (length > 0 && context.Index.EntityOf(markers[0]) is { } entity)
            {
                mentions.Add(new Mention(entity, at, length));
            }

            at += Math.Max(1, length);
        }

        var next = question with { Mentions = mentions };
        return mentions.Count == 0 ? next : next.Note("names: " + string.Join(", ", mentions.Select(mention => mention.Entity.Name)));
    }
}
