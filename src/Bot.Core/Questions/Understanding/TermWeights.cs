namespace Bot.Core.Questions.Understanding;

/// <summary>What a term of a question weighs, and what its stand-ins earn: fitted with the weights of facts.</summary>
internal static class TermWeights
{
    public const float SameConcept = 0.75f;
    public const float Light = 0.3f;
    public const float PartOfPhrase = 0.6f;
    public const float Related = 0.25f;
    public const float Any = 0.15f;
    public const float Rarity = 0.55f;
    public const float Idf = 0.45f;
    public const float Name = 5f;
    public const float Unspoken = 2.5f;

    /// <summary>Of a word beside the sentence that asks, this share of its weight counts; and of all of them no more than this share of what is asked.</summary>
    public const float Beside = 0.3f;
    public const float MostBeside = 0.5f;

    /// <summary>A sentence that asks without a word of this weight has no content of its own.</summary>
    public const float LeastAsked = 0.5f;
}
