using System.Runtime.CompilerServices;

namespace KbApi.Content.Lexicons;

/// <summary>
/// Numbers the characters that phrases are made of, so that tables over them are small. Characters that are compared as equal have one
/// number: case does not matter, typographic apostrophes and no-break blanks count as plain ones. All others share number 0.
/// </summary>
internal sealed class CharacterClasses
{
    private const int PageSize = 256;

    /// <summary>Behind Latin, Greek and Cyrillic.</summary>
    private const int AlphabetsEnd = 0x530;

    private readonly ushort[]?[] _pages = new ushort[]?[PageSize];
    private readonly ushort[] _alphabets = new ushort[AlphabetsEnd];

    public CharacterClasses(IEnumerable<string> phrases)
    {
        foreach (var c in phrases.SelectMany(p => p).Select(Fold))
        {
            if (this[c] == 0)
            {
                Count++;
                Set(c);
                Set(char.ToUpperInvariant(c));
                if (c is '\'' or ' ')
                {
                    Set(c == ' ' ? '\u00A0' : '\u2019');
                }
            }
        }
    }

    /// <summary>How many numbers there are, 0 among them.</summary>
    public int Count { get; private set; } = 1;

    public int this[char c]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var alphabets = _alphabets;
            return c < (uint)alphabets.Length ? alphabets[c] : InPage(c);
        }
    }

    private int InPage(char c)
    {
        var page = _pages[c / PageSize];
        return page is null ? 0 : page[c % PageSize];
    }

    private static char Fold(char c) => c switch
    {
        '\u2019' => '\'',
        '\u00A0' => ' ',
        _ => char.ToLowerInvariant(c),
    };

    private void Set(char c)
    {
        if (c < _alphabets.Length)
        {
            _alphabets[c] = (ushort)(Count - 1);
        }
        else
        {
            (_pages[c / PageSize] ??= new ushort[PageSize])[c % PageSize] = (ushort)(Count - 1);
        }
    }
}
