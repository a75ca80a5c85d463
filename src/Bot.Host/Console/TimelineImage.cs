using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Conversation;
using Bot.Core.Digests;
using Bot.Core.Facts;
using Bot.Pictures;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Console;

/// <summary><c>GET /console/timeline.png</c> and <c>/console/digest.png</c>: the timeline of a story as a picture, whole or as a digest would show it.</summary>
internal static class TimelineImage
{
    public const string OfDigest = "/console/digest.png";

    public static void MapTimelinePicture(this WebApplication app)
    {
        app.MapGet(
            "/console/timeline.png",
            (
                HttpContext context,
                Desk desk,
                Reading reading,
                string? story = null,
                string? theme = null,
                string? since = null,
                string? within = null
            ) =>
            {
                reading.Open(story);
                var reply = desk.Handle(new Command.ShowTimeline(Date(since), Date(within)), reading.Shelf, reading.Named);
                return Draw(context, reading, reply is Timeline timeline ? timeline.Entries : [], reply.Foot, theme);
            }
        );
        app.MapGet(
            OfDigest,
            (HttpContext context, Desk desk, Reading reading, string? story = null, string? theme = null) =>
            {
                reading.Open(story);
                return desk.Handle(new Command.PreviewDigest(null), reading.Shelf, reading.Named) is Digest { Shows: { } shown }
                    ? Draw(context, reading, shown.Entries, shown.Foot, theme)
                    : Results.NotFound();
            }
        );
    }

    /// <summary>What is no date asks for nothing.</summary>
    private static string? Date(string? text) => EventDate.TryParse(text ?? "")?.ToString();

    private static IResult Draw(HttpContext context, Reading reading, IReadOnlyList<TimelineEntry> entries, string? foot, string? theme)
    {
        if (reading.Story is not { } snapshot)
        {
            return Results.NotFound();
        }

        var colours = string.Equals(theme, "dark", StringComparison.OrdinalIgnoreCase) ? PictureTheme.Dark : PictureTheme.Light;
        var tag = Tag($"{snapshot.Story.Title}\n{foot}", entries, colours);
        context.Response.Headers.CacheControl = "private, no-cache";

        // Drawing costs more than all else here, so a browser that has the picture is told before it is drawn.
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.File(TimelinePicture.Png(entries, snapshot.Story.Title, foot, colours), "image/png", entityTag: tag);
    }

    private static EntityTagHeaderValue Tag(string around, IEnumerable<TimelineEntry> entries, PictureTheme theme)
    {
        var content = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{theme}\n{around}\n").AppendJoin('\n', entries);
        return new EntityTagHeaderValue(
            $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 12))}\""
        );
    }
}
