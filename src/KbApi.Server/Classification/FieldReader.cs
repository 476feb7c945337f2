using System.Collections.Immutable;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Server.Problems;

namespace KbApi.Server.Classification;

/// <summary>Reads members of one object, and collects what is wrong with them.</summary>
internal sealed class FieldReader(JsonElement root)
{
    public List<InvalidField> Errors { get; } = [];

    public string? Text(string name) => Member(name) is { } value ? TextOf("/" + name, value, "String") : null;

    public string? TextOrInteger(string name) => Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out _) => number.GetRawText(),
        { } value => TextOf("/" + name, value, "StringOrInteger"),
    };

    public bool? Boolean(string name)
    {
        if (Member(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Errors.Add(new InvalidField("/" + name, "Boolean"));
        return null;
    }

    /// <summary>Whether a time ends in its offset from UTC: without one nobody knows when that is.</summary>
    public static bool HasOffset(string time) => time.EndsWith('Z') || (time.Length > 6 && time[^6] is '+' or '-' && time[^3] == ':');

    /// <summary>A time with an offset.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (HasOffset(text) && Member(name)!.Value.TryGetDateTimeOffset(out var time))
        {
            return time;
        }

        Errors.Add(new InvalidField("/" + name, "Time", text));
        return null;
    }

    public LocaleTag? Locale(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (LocaleTag.TryParse(text, out var locale))
        {
            return locale;
        }

        Errors.Add(new InvalidField("/" + name, "Locale", text));
        return null;
    }

    public ImmutableSortedDictionary<string, string> Texts(string name)
    {
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (Member(name) is not { } value)
        {
            return texts.ToImmutable();
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Errors.Add(new InvalidField("/" + name, "Object"));
            return texts.ToImmutable();
        }

        foreach (var member in value.EnumerateObject())
        {
            if (TextOf(PointerTo("/" + name, member.Name), member.Value, "String") is { } text)
            {
                texts[member.Name] = text;
            }
        }

        return texts.ToImmutable();
    }

    public static string PointerTo(string parent, string name) =>
        parent + "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private JsonElement? Member(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? TextOf(string pointer, JsonElement value, string expected)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Errors.Add(new InvalidField(pointer, expected));
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone, or bytes that are no UTF-8.
            Errors.Add(new InvalidField(pointer, "Characters"));
            return null;
        }
    }
}
