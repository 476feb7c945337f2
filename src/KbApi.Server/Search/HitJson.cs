using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using KbApi.Search;
using KbApi.Server.Contracts;
using KbApi.Server.Http;

namespace KbApi.Server.Search;

/// <summary>
/// Hits as JSON. What a hit says whatever was asked is written once: a search writes twenty, and all that differs is how well they answer and where they
/// match. Bounded; gone with its snapshot.
/// </summary>
internal sealed class HitJson
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<object, Kept> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<object, Kept> _fallback = new(ReferenceEqualityComparer.Instance);

    /// <summary>Writes a hit, as the serializer would write what the mapper makes of it.</summary>
    public void Write(Utf8JsonWriter writer, SearchHit hit, SearchHitMapper mapper, JsonSerializerOptions options)
    {
        var kept = PartsOf(hit, mapper, options);
        writer.WriteStartObject();
        writer.WriteRawValue(kept.Front, skipInputValidation: true);
        writer.WriteNumber("score"u8, hit.Score);
        writer.WriteStartArray("highlights"u8);
        foreach (var highlight in hit.Highlights)
        {
            Write(writer, highlight);
        }

        writer.WriteEndArray();
        writer.WriteRawValue(kept.Back, skipInputValidation: true);
        writer.WriteEndObject();
    }

    /// <summary>Without an object for each of the hundred spans of a page.</summary>
    private static void Write(Utf8JsonWriter writer, SearchHighlight highlight)
    {
        writer.WriteStartObject();
        writer.WriteString("field"u8, highlight.Field);
        writer.WriteString("text"u8, highlight.Text);
        writer.WriteStartArray("spans"u8);
        foreach (var (start, end) in highlight.Spans)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start"u8, start);
            writer.WriteNumber("end"u8, end);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private Kept PartsOf(SearchHit hit, SearchHitMapper mapper, JsonSerializerOptions options)
    {
        var all = mapper.IsFallback(hit) ? _fallback : _asked;
        object thing = hit.Entry is { } entry ? entry : hit.Section is { } section ? section : hit.Article;
        if (all.TryGetValue(thing, out var kept))
        {
            return kept;
        }

        kept = Kept.Of(mapper.Map(hit) with { Score = 0, Highlights = [] }, options);
        if (all.Count >= MostKept)
        {
            all.Clear();
        }

        all[thing] = kept;
        return kept;
    }

    /// <summary>The members in front of those that differ, and those behind them, in one piece of memory.</summary>
    private readonly record struct Kept(byte[] Members, int FrontLength)
    {
        /// <summary>What differs. No text has it: its quotation marks would be escaped.</summary>
        private static ReadOnlySpan<byte> Between => ",\"score\":0,\"highlights\":[],"u8;

        public ReadOnlySpan<byte> Front => Members.AsSpan(0, FrontLength);

        public ReadOnlySpan<byte> Back => Members.AsSpan(FrontLength);

        public static Kept Of(SearchHitResponse hit, JsonSerializerOptions options)
        {
            using var buffer = new PooledBuffer(1024);
            using (var writer = ApiJson.WriterTo(buffer, options))
            {
                JsonShape<SearchHitResponse>.Write(writer, hit, options);
            }

            var members = buffer.WrittenSpan[1..^1];
            var at = members.IndexOf(Between);
            return at > 0
                ? new Kept([.. members[..at], .. members[(at + Between.Length)..]], at)
                : throw new InvalidOperationException("Score and highlights have to stand beside each other in a hit: " + Encoding.UTF8.GetString(members));
        }
    }
}
