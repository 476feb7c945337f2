using System.Collections.Immutable;

namespace KbApi.Rules.Redaction;

/// <summary>Knows names of computers where no label names them: behind two backslashes, or with a suffix that only networks of their own have.</summary>
internal static class MachineName
{
    private static readonly ImmutableArray<string> InternalSuffixes = [".local", ".corp", ".internal", ".lan", ".intra"];

    public static bool Is(string text, int start, ReadOnlySpan<char> word)
    {
        if (start >= 2 && text[start - 1] == '\\' && text[start - 2] == '\\' && IsBeginning(text, start - 3))
        {
            return true;
        }

        foreach (var suffix in InternalSuffixes)
        {
            if (word.Length > suffix.Length + 1 && word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && !word.ContainsAny("=:/\\?"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Backslashes behind a drive or a folder separate folders, two for one where the text is escaped; four begin the name of a computer.</summary>
    private static bool IsBeginning(string text, int before) => before < 0 || (text[before] == '\\' ? before >= 1 && text[before - 1] == '\\' : (!char.IsLetterOrDigit(text[before]) || Ideographs.Contains(text[before])) && text[before] is not (':' or '_' or '-' or '.'));
}
