using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Model;

namespace KbApi.Content.Lookup;

/// <summary>Finds entries by their codes, in any spelling. Immutable.</summary>
public sealed class CodeIndex
{
    private readonly CodeTable _codes;
    private readonly Lazy<NearestCodes> _nearest;

    private readonly Func<CodeSchemeSet> _schemes;

    internal CodeIndex(IEnumerable<Entry> entries, CodeSchemeSet schemes)
        : this(CodeLookups.Of(entries), () => schemes)
    {
    }

    internal CodeIndex(ICodeLookups lookups, Func<CodeSchemeSet> schemes)
    {
        Lookups = lookups;
        _schemes = schemes;
        _codes = new CodeTable(lookups);
        _nearest = new Lazy<NearestCodes>(() => new NearestCodes(lookups.All.SelectMany(l => l.Owners), schemes()));
    }

    /// <summary>All look-ups.</summary>
    internal ICodeLookups Lookups { get; }

    /// <summary>The index behind a change of some articles.</summary>
    /// <param name="change">What changed.</param>
    /// <param name="entries">The entries that there are now.</param>
    internal CodeIndex After(ArticleChange change, LocalizedSet<Entry> entries)
    {
        var lookups = (Lookups as CodeLookups)?.After(change, entries) ?? CodeLookups.Of(change.Articles.SelectMany(a => a.Entries));
        return ReferenceEquals(lookups, Lookups) ? this : new CodeIndex(lookups, _schemes);
    }

    /// <summary>Looks a code up.</summary>
    /// <param name="spelling">The code as a person types it, with or without words around it.</param>
    /// <param name="source">Only codes of this source, or null for any.</param>
    /// <param name="scheme">Only codes of this scheme, or null for any.</param>
    /// <exception cref="ArgumentException"><paramref name="spelling"/> is null or blank.</exception>
    public CodeLookup Find(string spelling, string? source = null, string? scheme = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(spelling);
        if (source is null && scheme is null && _codes.Find(spelling) is { } found)
        {
            return found;
        }

        var list = new CodeKeyList();
        CodeSpelling.Read(spelling, ref list);
        return FindNarrowed(list.Keys, source, scheme) ?? new CodeLookup([], _nearest.Value.Find(list.Keys), _nearest.Value.FindFamily(list.Keys));
    }

    /// <summary>The documented codes among the words of a text, in order; none overlaps another.</summary>
    /// <param name="text">What somebody typed; of a long text only the beginning is read.</param>
    public ImmutableArray<CodeMention> FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CodeMentionReader(_codes).Read(text);
    }

    private CodeLookup? FindNarrowed(IReadOnlyList<CodeKey> keys, string? source, string? scheme)
    {
        if (source is null && scheme is null)
        {
            return null;
        }

        // A scheme or source is the context that a small number needs.
        foreach (var key in keys.Concat(keys.Where(k => k.Kind == CodeKey.Number).Select(k => k with { Kind = CodeKey.SmallNumber })))
        {
            if (_codes.Find(key.Kind, key.Value) is { } found && found.Owners.RemoveAll(o => !IsOf(o.Code, source, scheme)) is { IsEmpty: false } matching)
            {
                return found with { Owners = matching };
            }
        }

        return null;
    }

    private static bool IsOf(ErrorCode code, string? source, string? scheme) =>
        (source is null || string.Equals(code.Source, source, StringComparison.OrdinalIgnoreCase))
        && (scheme is null || string.Equals(code.Scheme, scheme, StringComparison.OrdinalIgnoreCase));
}
