namespace Bot.Core.Conversation.Wording;

/// <summary>The catalogue in German, by the keys of <see cref="CatalogueWords"/>.</summary>
internal static class GermanWords
{
    public static Dictionary<string, string> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["ask"] = "in eigenen Worten fragen (auf Englisch); ohne Frage der Stand der Dinge",
            ["ask question:"] = "deine Frage, auf Englisch",
            ["ask as-of:"] = "was wir an jenem Tag wussten",
            ["story …"] = "die Tatsachen der Geschichte: wer, was und wann",
            ["story who"] = "wer was getan oder gesagt hat",
            ["story who name:"] = "eine Person oder Organisation",
            ["story who did:"] = "was sie getan hat",
            ["story suspended"] = "was ausgesetzt wurde und was nicht",
            ["story responses"] = "wer sich geäußert hat und wer nicht",
            ["story responses from:"] = "nur eine Seite",
            ["story what"] = "Tatsachen einer Art",
            ["story what kind:"] = "Behauptung, Zahl, Stellungnahme …",
            ["story timeline"] = "was geschah, nach Datum",
            ["story timeline since:"] = "kennzeichnen, was seit einem Tag neu ist",
            ["story changes"] = "was sich an unseren Angaben geändert hat",
            ["story changes since:"] = "nur seit einem Tag",
            ["story sources"] = "worauf das alles beruht",
            ["story status"] = "Ausgabe, Anzahlen, wann geladen",
            ["why"] = "warum eine Frage diese Antwort bekam, oder keine",
            ["why question:"] = "die Frage",
            ["settings"] = "welcher Geschichte hier gefolgt wird",
            ["privacy"] = "was über Menschen gespeichert wird und wie lange",
            ["help"] = "diese Liste; words erklärt die Kennzeichnungen",
            ["help about:"] = "words",
            ["kind act"] = "Handlung",
            ["kind suspension"] = "Aussetzung",
            ["kind exemption"] = "Ausnahme",
            ["kind limit"] = "Einschränkung",
            ["kind finding"] = "Befund",
            ["kind claim"] = "Behauptung",
            ["kind account"] = "Darstellung",
            ["kind response"] = "Stellungnahme",
            ["kind non-answer"] = "ohne Antwort",
            ["kind figure"] = "Zahl",
            ["kind background"] = "Hintergrund",
            ["kind assessment"] = "Einschätzung",
            ["kind outlook"] = "Ausblick",
            ["menu Ask about this"] = "Dazu fragen",
        };
}
