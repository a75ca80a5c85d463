using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bot.Knowledge.Yaml;

/// <summary>
/// Writes a tree so that the reader gives it back: each text on one line however long, in quotes only where YAML needs them
/// (the emitter quotes emoji too, as escapes).
/// </summary>
internal static class TreeWriter
{
    private static readonly EmitterSettings Settings = new EmitterSettings()
        .WithBestIndent(2)
        .WithBestWidth(int.MaxValue)
        .WithIndentedSequences()
        .WithNewLine("\n");

    public static string Write(Node root)
    {
        using var text = new StringWriter();
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(root, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Node node, Emitter emitter)
    {
        switch (node)
        {
            case Scalar scalar:
                emitter.Emit(
                    new YamlDotNet.Core.Events.Scalar(AnchorName.Empty, TagName.Empty, scalar.Value, Style(scalar.Value), true, true)
                );
                break;
            case Sequence sequence:
                var listed = sequence.InBrackets ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, listed));
                foreach (var item in sequence.Items)
                {
                    Write(item, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case Mapping mapping:
                var grouped = mapping.InBrackets ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, grouped));
                foreach (var (key, value) in mapping.Entries)
                {
                    Write(key, emitter);
                    Write(value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
        }
    }

    /// <summary>Line breaks are written as escapes, so that a text stays on its line.</summary>
    private static ScalarStyle Style(string text) =>
        text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF') ? ScalarStyle.DoubleQuoted : ScalarStyle.Any;
}
