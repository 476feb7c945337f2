using System.Buffers;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Classify;

/// <summary>All codes and messages in one <see cref="SearchValues{T}"/>, and every place of them in a text: nothing is understood, redacted or ranked.</summary>
internal sealed class LiteralPeer
{
    private readonly SearchValues<string> _all;
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly int[] _lengths;

    public LiteralPeer(GeneratedContent content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            _codes[GeneratedContent.CodeOf(i)] = GeneratedContent.CodeOf(i);
            _codes[content.TitleOf(i)] = GeneratedContent.CodeOf(i);
        }

        _all = SearchValues.Create([.. _codes.Keys], StringComparison.OrdinalIgnoreCase);
        _lengths = [.. _codes.Keys.Select(k => k.Length).Distinct().OrderDescending()];
        Reader = new Reader("SearchValues<string>", int.MaxValue, Find);
    }

    public Reader Reader { get; }

    private string? Find(string text)
    {
        string? found = null;
        var lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny(_all);
            if (next < 0)
            {
                break;
            }

            i += next;
            foreach (var length in _lengths)
            {
                if (i + length <= text.Length && lookup.TryGetValue(text.AsSpan(i, length), out var code))
                {
                    found ??= code;
                    break;
                }
            }

            i++;
        }

        return found;
    }
}
