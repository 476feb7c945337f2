using System.Globalization;
using KbApi.Content.Codes;

namespace KbApi.Cli.Export.Index;

/// <summary>The spellings of a code that an exported site recognises: letters and digits of all that people type for it.</summary>
internal static class CodeKeys
{
    private const int ShortestNumber = 4;

    public static IEnumerable<string> Of(ErrorCode code)
    {
        var key = IndexText.Joined(code.Value);
        var keys = new List<string> { key, WithoutZeros(key) };
        if (key.StartsWith("0x", StringComparison.Ordinal) && uint.TryParse(key.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            keys.AddRange([key[2..], value.ToString(CultureInfo.InvariantCulture), unchecked(-(long)(int)value).ToString(CultureInfo.InvariantCulture).TrimStart('-')]);
        }

        // A few bare digits say nothing without their name.
        return keys.Where(k => k.Length >= ShortestNumber || (k.Length > 1 && !k.All(char.IsAsciiDigit))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Letters and a number, as people write it who leave out what only fills up: <c>sspr29</c> for <c>sspr0029</c>.</summary>
    private static string WithoutZeros(string key)
    {
        var digits = key.Length - key.AsSpan().TrimEnd("0123456789").Length;
        return digits == key.Length ? key : key[..^digits] + key[^digits..].TrimStart('0');
    }
}
