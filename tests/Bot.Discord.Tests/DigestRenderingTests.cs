using System.Text;
using Bot.Discord.Rendering;
using Bot.Discord.Wire;
using Bot.Testing;
using Bot.Testing.Digests;

namespace Bot.Discord.Tests;

/// <summary>A digest of each sort as Discord shows it.</summary>
public sealed class DigestRenderingTests
{
    public static TheoryData<string> Names => [.. DigestExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_looks_as_its_file_has_it(string name) =>
        Golden.Holds($"digests/discord/{name}.txt", Text(Renderer.Render(DigestExamples.All[name])));

    /// <summary>The message with what keeps Discord from reading marks into it made visible.</summary>
    private static string Text(MessageData message)
    {
        var text = new StringBuilder(message.Content).Append('\n');
        foreach (var embed in message.Embeds)
        {
            text.Append("\n--- ").AppendLine(embed.Title).AppendLine(embed.Description);
            foreach (var field in embed.Fields ?? [])
            {
                text.Append(field.Name).Append(": ").AppendLine(field.Value);
            }

            text.AppendLine(embed.Footer?.Text);
        }

        foreach (var button in message.Components.SelectMany(row => row.Components).OfType<Button>())
        {
            text.Append('[').Append(button.Label).AppendLine("]");
        }

        return text.ToString().Replace("\u200B", "\u00B7", StringComparison.Ordinal);
    }
}
