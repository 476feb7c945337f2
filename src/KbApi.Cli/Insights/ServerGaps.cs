using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;

namespace KbApi.Cli.Insights;

/// <summary>Asks a server for its gaps, page by page.</summary>
internal sealed class ServerGaps(Uri url, string? key)
{
    private const int MaxAnswer = 64 * 1024 * 1024;

    /// <summary>A hundred thousand gaps. A server that never comes to an end is not listened to for ever.</summary>
    private const int MaxPages = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The gaps, those asked most first.</summary>
    /// <param name="days">How many days to look back.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ServerGapsException">The server can't be reached, or does not answer with gaps; the message says why.</exception>
    public async Task<IReadOnlyList<Gap>> ReadAsync(int days, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = MaxAnswer };
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        var gaps = new List<Gap>();
        string? cursor = null;
        try
        {
            for (var page = 0; page == 0 || (cursor is not null && page < MaxPages); page++)
            {
                var query = string.Create(CultureInfo.InvariantCulture, $"v1/insights/gaps?days={days}&limit=100") + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor));
                using var response = await client.GetAsync(new Uri(Folder(url), query), cancellation);
                using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
                if (!response.IsSuccessStatusCode)
                {
                    throw new ServerGapsException(ProblemOf(json.RootElement) ?? $"HTTP {(int)response.StatusCode}");
                }

                gaps.AddRange(json.RootElement.GetProperty("items").EnumerateArray().Select(Read));
                cursor = json.RootElement.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
            }
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ServerGapsException(e.Message, e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ServerGapsException("it does not answer as a KbApi server does.", e);
        }

        return gaps;
    }

    private static Uri Folder(Uri url) => url.AbsolutePath.EndsWith('/') ? url : new UriBuilder(url) { Path = url.AbsolutePath + "/" }.Uri;

    /// <summary>What a problem document says, with the fields that it names.</summary>
    private static string? ProblemOf(JsonElement json) =>
        json.TryGetProperty("title", out var title)
            ? string.Join(' ', new[] { title.GetString(), json.TryGetProperty("detail", out var detail) ? detail.GetString() : null }
                .Concat(json.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().Select(e => e.GetProperty("message").GetString()) : [])
                .Where(t => !string.IsNullOrEmpty(t)).Select(t => t!.TrimEnd('.') + "."))
            : null;

    private static Gap Read(JsonElement gap) => new()
    {
        Id = TextOf(gap, "id"),
        Kind = Enum.Parse<GapKind>(TextOf(gap, "kind"), ignoreCase: true),
        Template = TextOf(gap, "template"),
        Aliases = TextsOf(gap, "aliases"),
        Count = gap.GetProperty("count").GetInt64(),
        First = gap.GetProperty("firstSeen").GetDateTimeOffset(),
        Last = gap.GetProperty("lastSeen").GetDateTimeOffset(),
        Days = CountsOf(gap, "days"),
        Locales = CountsOf(gap, "locales"),
        Products = CountsOf(gap, "products"),
        Examples = TextsOf(gap, "examples"),
    };

    private static string TextOf(JsonElement gap, string name) => gap.GetProperty(name).GetString() ?? "";

    private static ImmutableArray<string> TextsOf(JsonElement gap, string name) => [.. gap.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? "")];

    private static ImmutableArray<GapCount> CountsOf(JsonElement gap, string name) =>
        [.. gap.GetProperty(name).EnumerateArray().Select(c => new GapCount(TextOf(c, "key"), c.GetProperty("count").GetInt64()))];
}

/// <summary>A server does not tell its gaps; the message says why.</summary>
internal sealed class ServerGapsException(string message, Exception? inner = null) : Exception(message, inner);
