using System.Collections.Frozen;

namespace KbApi.Content.Model;

/// <summary>Tells locales from other words of two or three letters: names of folders, of programming languages, of exams.</summary>
internal static class DocumentLocales
{
    private static readonly FrozenSet<string> Languages =
        ("af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml mn mr ms mt nb ne nl nn "
         + "no pa pl pt qps ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The regions in digits that documents are written for: the world, Europe, Latin America.</summary>
    private static readonly FrozenSet<string> Regions = FrozenSet.Create(StringComparer.Ordinal, "001", "150", "419");

    /// <summary>Whether documentation is written in the tag's language, and for its region where that is a number.</summary>
    public static bool Contains(LocaleTag tag) =>
        Languages.Contains(tag.Language) && tag.Value.Split('-').Skip(1).All(s => !char.IsAsciiDigit(s[0]) || Regions.Contains(s));
}
