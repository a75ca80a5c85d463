using FsCheck;
using FsCheck.Fluent;

namespace Bot.Knowledge.Tests.Writing;

/// <summary>Texts made of what means something to YAML, and of other scripts; never empty, no space at either end.</summary>
internal static class OddTexts
{
    private static readonly string[] Pieces =
    [
        .. "a|b c|word|It is closed.|12|true|null|~|-|- |--|---|...|: |:|#| #|[|]|{|}|,|, |&a|*a|!t|%|@|`|'|''|\"|\\|\\n|? |?|> |<|=|é|橋|مرحبا|משהב״ט|🌉|\u0301|\u00A0|\u200F|\u200B|\uFEFF|\u0085|\u2028|\n|\t| |  |\u0001|\u007F|\r".Split(
            '|'
        ),
        "|",
        "| ",
    ];

    public static Gen<string> Any =>
        from count in Gen.Choose(1, 8)
        from pieces in Gen.Elements(Pieces).ListOf(count)
        let text = string.Concat(pieces).Trim()
        select text.Length == 0 ? "x" : text;
}
