using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace KbApi.Content.Syntax;

/// <summary>The segments of a text, in order. Most texts have one, which needs no array.</summary>
internal readonly struct SegmentList
{
    private readonly Segment _only;
    private readonly ImmutableArray<Segment> _several;

    public SegmentList(Segment only) => _only = only;

    public SegmentList(ReadOnlySpan<Segment> segments)
    {
        if (segments.Length == 1)
        {
            _only = segments[0];
        }
        else if (segments.Length > 1)
        {
            _several = [.. segments];
        }
    }

    public SegmentList(ImmutableArray<Segment> several)
    {
        if (several.Length == 1)
        {
            _only = several[0];
        }
        else if (several.Length > 1)
        {
            _several = several;
        }
    }

    public int Count => _several.IsDefault ? (_only.PlainLength > 0 ? 1 : 0) : _several.Length;

    public bool IsEmpty => Count == 0;

    [UnscopedRef]
    public ReadOnlySpan<Segment> AsSpan() =>
        _several.IsDefault ? MemoryMarshal.CreateReadOnlySpan(in _only, Count) : _several.AsSpan();

    /// <summary>The segments of what stands behind an offset.</summary>
    public SegmentList From(int offset)
    {
        var segments = AsSpan();
        while (!segments.IsEmpty && segments[0].PlainEnd <= offset)
        {
            segments = segments[1..];
        }

        if (segments.Length == 1)
        {
            return new SegmentList(segments[0].Skip(offset));
        }

        var rest = new Segment[segments.Length];
        for (var i = 0; i < rest.Length; i++)
        {
            rest[i] = segments[i].Skip(offset);
        }

        return new SegmentList(ImmutableCollectionsMarshal.AsImmutableArray(rest));
    }
}
