using Bot.Core.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>Valid stories whose facts, people and sources have odd texts and any of the optional values.</summary>
internal static class OddFacts
{
    private static readonly string[] Days = ["2025-05-03", "2024-02-29", "2025-12-31"];
    private static readonly string[] Dates = [.. Days, "2025", "2025-05"];
    private static readonly string[] Spans = [.. Dates, "../2025-05-02", "2025-05-02/..", "2024/2025-05"];

    public static Gen<StoryDraft> Stories =>
        from facts in Facts.ListOf().Select(facts => facts.ToList())
        from names in OddTexts.Any.ListOf(4)
        from sources in Gen.Elements<StoryDraft>(SmallStory.Draft)
        select SmallStory.Draft with
        {
            Entities =
            [
                .. sources.Entities,
                new EntityDraft(default)
                {
                    Id = T("odd"),
                    Kind = T("group"),
                    Name = T($"odd {names[0]}"),
                    Role = T(names[1]),
                    Aliases = [T($"queer {names[2]}"), T($"weird {names[3]}")],
                    Of = T("council"),
                },
            ],
            Sources =
            [
                .. sources.Sources,
                new SourceDraft(default)
                {
                    Id = T("odd-source"),
                    Title = T(names[0]),
                    Short = T(names[1]),
                    Origin = T(names[2]),
                    Author = T(names[3]),
                    Url = T("https://example.org/a?b=c#d"),
                    Published = T("2025-05"),
                    Seed = T("notes"),
                    Record = T("true"),
                },
            ],
            Facts = [.. sources.Facts, .. facts.Select((fact, i) => fact with { Id = T($"odd-{i}") })],
        };

    public static Gen<FactDraft> Facts =>
        from kind in Gen.Elements("act", "response", "non-answer", "claim", "outlook")
        from speaker in Gen.Elements<IReadOnlyList<Text>>([T("council")], [T("report")], [T("engineer"), T("council")])
        from says in OddTexts.Any
        from thing in Maybe(OddTexts.Any)
        from place in Maybe(OddTexts.Any)
        from scope in Maybe(OddTexts.Any)
        from disputed in Maybe(OddTexts.Any)
        from reason in Maybe(OddTexts.Any)
        from unit in Maybe(OddTexts.Any)
        from asked in OddTexts.Any.ListOf()
        from span in Maybe(Gen.Elements(Spans))
        from saidOn in Maybe(Gen.Elements(Dates))
        from known in Maybe(Gen.Elements(Days))
        from looked in Maybe(Gen.Elements(Days))
        from holds in Maybe(Gen.Elements("event", "ongoing"))
        from basis in Maybe(Gen.Elements("stated", "inferred"))
        from stance in Maybe(Gen.Elements("welcomed", "declined"))
        from sources in Gen.SubListOf("report", "notice", "reprint").Where(sources => sources.Count > 0)
        from links in Gen.SubListOf("denies", "explains", "supports-in-part")
        from actors in Gen.SubListOf("council", "engineer", "odd")
        select SmallStory.Fact("odd", kind, "council", "reported", SmallStory.Closed) with
        {
            Speaker = speaker,
            Says = T(says),
            Object = thing,
            Where = place,
            Scope = scope,
            Disputed = disputed is null ? null : new DisputeDraft(default) { Reason = disputed },
            Ended = reason is null
                ? null
                : new EndingDraft(default)
                {
                    How = T("expired"),
                    On = T("2025-06-01"),
                    Reason = reason,
                },
            Figure = unit is null
                ? null
                : new FigureDraft(default)
                {
                    Value = unit,
                    Unit = unit,
                    Qualifier = place,
                },
            Asked = [.. asked.Select(T)],
            On = span,
            OnBasis = span is null ? null : basis,
            SaidOn = saidOn,
            SaidOnBasis = saidOn is null ? null : basis,
            Known = known,
            Checked = looked,
            Holds = holds,
            Stance = stance,
            Quote = stance is null ? null : T("the bridge is closed"),
            Actor = [.. actors.Select(T)],
            About = [.. actors.Select(T)],
            Sources = [.. sources.Select(T)],
            Links = [.. links.Select(link => SmallStory.Link(link, "repair-time", "bridge-closed"))],
            RestsOn = [SmallStory.Evidence(SmallStory.Closed), SmallStory.Evidence(SmallStory.Three)],
        };

    private static Gen<Text?> Maybe(Gen<string> texts) => Gen.OneOf(Gen.Constant<Text?>(null), texts.Select(text => (Text?)T(text)));

    private static Text T(string value) => SmallStory.T(value);
}
