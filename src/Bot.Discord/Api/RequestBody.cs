using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Api;

/// <summary>
/// JSON by itself, or with files behind it (<see href="https://discord.com/developers/docs/reference#uploading-files"/>). The names of the parts are written by hand: the
/// runtime leaves out their quotation marks.
/// </summary>
internal static class RequestBody
{
    public static HttpContent Of(byte[] json, IReadOnlyList<Upload> files)
    {
        if (files.Count == 0)
        {
            return Typed(new ByteArrayContent(json), "application/json");
        }

        var body = new MultipartFormDataContent { Part("form-data; name=\"payload_json\"", "application/json", json) };
        foreach (var (n, file) in files.Index())
        {
            var disposition = string.Create(
                CultureInfo.InvariantCulture,
                $"form-data; name=\"files[{n}]\"; filename=\"{Plain(file.Name)}\""
            );
            body.Add(Part(disposition, file.ContentType, file.Bytes));
        }

        return body;
    }

    private static ByteArrayContent Part(string disposition, string type, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return Typed(part, type);
    }

    private static ByteArrayContent Typed(ByteArrayContent content, string type)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private static string Plain(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? name
            : throw new ArgumentException($"A file is named by letters, digits, '.', '-' and '_'; '{name}' is not.", nameof(name));
}
