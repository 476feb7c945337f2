using System.Collections.Frozen;

namespace KbApi.Translation.Units;

/// <summary>The names of HTML's elements that text in documents is marked up with.</summary>
internal static class KnownTags
{
    private static readonly FrozenSet<string> Names =
        ("a abbr b bdi bdo big br center cite code dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s "
         + "samp script section small span strike strong style sub summary sup table tbody td tfoot th thead tr tt u ul var video wbr")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(ReadOnlySpan<char> name) => Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
