using KbApi.Content.Text;

namespace KbApi.Content.Editing.Regions;

/// <summary>A stretch of a page that is generated.</summary>
/// <param name="Line">The line of its beginning, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Values">What its first line says beyond that.</param>
/// <param name="Span">What stands between its markers; null where nothing ends it.</param>
internal sealed record Region(int Line, string Kind, IReadOnlyDictionary<string, string> Values, TextSpan? Span);

/// <summary>Finds regions: lines that are nothing but their markers, outside of code.</summary>
internal static class RegionReader
{
    private const string Begin = "<!-- kb:begin";
    private const string End = "<!-- kb:end -->";

    public static List<Region> Read(SourceText text)
    {
        var regions = new List<Region>();
        Region? open = null;
        var start = 0;
        var fence = "";
        for (var line = 0; line < text.LineCount; line++)
        {
            var span = text.GetLineSpan(line);
            var content = text.Content.AsSpan(span.Start, span.Length).Trim();
            if (IsFence(content, ref fence) || fence.Length > 0)
            {
                continue;
            }

            if (content.StartsWith(Begin, StringComparison.Ordinal) && content.EndsWith("-->", StringComparison.Ordinal))
            {
                AddOpen(regions, open);
                open = Parse(content[Begin.Length..^3], line + 1);
                start = line + 1 < text.LineCount ? text.GetLineSpan(line + 1).Start : text.Length;
            }
            else if (open is not null && content.SequenceEqual(End))
            {
                regions.Add(open with { Span = TextSpan.FromBounds(start, span.Start) });
                open = null;
            }
        }

        AddOpen(regions, open);
        return regions;
    }

    private static void AddOpen(List<Region> regions, Region? open)
    {
        if (open is not null)
        {
            regions.Add(open);
        }
    }

    private static bool IsFence(ReadOnlySpan<char> line, ref string fence)
    {
        var length = line.Length > 0 && line[0] is '`' or '~' ? line.IndexOfAnyExcept(line[0]) is >= 0 and var end ? end : line.Length : 0;
        if (length < 3 || (fence.Length > 0 && (line[0] != fence[0] || length < fence.Length)))
        {
            return false;
        }

        fence = fence.Length > 0 ? "" : line[..length].ToString();
        return true;
    }

    private static Region Parse(ReadOnlySpan<char> content, int line)
    {
        var words = content.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var values = words.Skip(1).Select(w => w.Split('=', 2)).Where(w => w.Length == 2).DistinctBy(w => w[0])
            .ToDictionary(w => w[0], w => w[1].Trim('"'), StringComparer.Ordinal);
        return new Region(line, words.FirstOrDefault() ?? "", values, Span: null);
    }
}
