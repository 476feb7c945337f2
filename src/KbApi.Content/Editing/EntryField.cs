using System.Globalization;

namespace KbApi.Content.Editing;

/// <summary>What of an entry can be written anew.</summary>
public enum EntryField
{
    /// <summary>What names it: its heading, its lead-in, the first of its cells.</summary>
    Title,

    /// <summary>What a person observes.</summary>
    Symptom,

    /// <summary>A text that a screen or log shows.</summary>
    Message,

    /// <summary>A code.</summary>
    Code,

    /// <summary>What it means.</summary>
    Description,

    /// <summary>What it means, for a technician.</summary>
    Technical,

    /// <summary>Why it happens.</summary>
    Cause,

    /// <summary>What to do.</summary>
    Resolution,
}

/// <summary>A field of an entry, or one of the places where it stands.</summary>
/// <param name="Field">The field.</param>
/// <param name="Number">Which of its places, from 1; null where there is only one.</param>
public readonly record struct FieldName(EntryField Field, int? Number = null)
{
    /// <summary>Reads <c>cause</c> or <c>cause:2</c>. Case does not matter.</summary>
    public static bool TryParse(string text, out FieldName name)
    {
        ArgumentNullException.ThrowIfNull(text);
        name = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? text : text[..colon];
        var number = 0;
        if (!Enum.TryParse<EntryField>(word, ignoreCase: true, out var field) || !Enum.IsDefined(field) || word.AsSpan().ContainsAnyInRange('0', '9')
            || (colon >= 0 && (!int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)))
        {
            return false;
        }

        name = new FieldName(field, colon < 0 ? null : number);
        return true;
    }

    /// <summary>The form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() =>
        Field.ToString().ToLowerInvariant() + (Number is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "");
}
