using KbApi.Content.Codes;

namespace KbApi.Content.Lookup;

/// <summary>Finds documented codes by what people type. Immutable.</summary>
/// <param name="lookups">The look-ups.</param>
internal sealed class CodeTable(ICodeLookups lookups)
{
    /// <summary>What a spelling with or without words around it leads to, or null.</summary>
    public CodeLookup? Find(ReadOnlySpan<char> spelling)
    {
        var finder = new Finder(this);
        CodeSpelling.Read(spelling, ref finder);
        return finder.Found;
    }

    /// <summary>What a text leads to that is a code as a whole, or null.</summary>
    public CodeLookup? FindWhole(ReadOnlySpan<char> spelling)
    {
        var finder = new Finder(this);
        CodeSpelling.ReadWhole(spelling, ref finder);
        return finder.Found;
    }

    /// <summary>What a key leads to, or null.</summary>
    public CodeLookup? Find(char kind, ReadOnlySpan<char> value)
    {
        const int Room = 256;
        if (value.Length >= Room)
        {
            return lookups.Find(string.Concat([kind], value));
        }

        Span<char> key = stackalloc char[Room];
        key[0] = kind;
        value.CopyTo(key[1..]);
        return lookups.Find(key[..(value.Length + 1)]);
    }

    /// <summary>What the family of a number leads to that is not documented itself, the one that tells most of its digits; or null.</summary>
    private CodeLookup? FindFamily(ReadOnlySpan<char> number)
    {
        if (number.Length > 2 * MaskedNumber.MostDigits)
        {
            return null;
        }

        Span<char> family = stackalloc char[number.Length];
        number.CopyTo(family);
        for (var told = number.Length - 1; told > 0; told--)
        {
            family[told] = MaskedNumber.Mask;
            if (Find(CodeKey.Family, family) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Stops at the first key that is documented.</summary>
    private struct Finder(CodeTable table) : ICodeKeySink
    {
        public CodeLookup? Found { get; private set; }

        public bool Take(char kind, scoped ReadOnlySpan<char> value)
        {
            Found = table.Find(kind, value) ?? (kind == CodeKey.Number ? table.FindFamily(value) : null);
            return Found is not null;
        }
    }
}
