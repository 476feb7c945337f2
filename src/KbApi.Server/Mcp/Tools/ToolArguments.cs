using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace KbApi.Server.Mcp.Tools;

/// <summary>The arguments of one call, checked.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    private ToolArguments()
    {
    }

    /// <summary>Reads what a client sent.</summary>
    /// <param name="known">What the tool takes.</param>
    /// <param name="given">What was sent; null is as if it were not.</param>
    /// <returns>The arguments, and all that is wrong with them.</returns>
    public static (ToolArguments Arguments, IReadOnlyList<WrongArgument> Errors) Read(ImmutableArray<ToolArgument> known, IDictionary<string, JsonElement>? given)
    {
        var arguments = new ToolArguments();
        var errors = new List<WrongArgument>();
        foreach (var (name, value) in given ?? ImmutableDictionary<string, JsonElement>.Empty)
        {
            if (known.FirstOrDefault(a => a.Name == name) is not { } argument)
            {
                errors.Add(new WrongArgument(name, "Unknown", string.Join(", ", known.Select(a => a.Name))));
            }
            else if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) && arguments.Take(argument, value) is { } error)
            {
                errors.Add(error);
            }
        }

        errors.AddRange(known
            .Where(a => a.IsRequired && string.IsNullOrWhiteSpace(arguments.Text(a.Name)) && errors.All(e => e.Name != a.Name))
            .Select(a => new WrongArgument(a.Name, "Missing")));
        return (arguments, errors);
    }

    /// <summary>A text, or null where none is given.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) as string;

    /// <summary>A number, or null where none is given.</summary>
    public int? Integer(string name) => _values.GetValueOrDefault(name) as int?;

    /// <summary>The members of an object of texts; none where it is not given.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string name) =>
        _values.GetValueOrDefault(name) as ImmutableSortedDictionary<string, string> ?? ImmutableSortedDictionary<string, string>.Empty;

    private WrongArgument? Take(ToolArgument argument, JsonElement value) => argument.Kind switch
    {
        ToolArgumentKind.Integer => TakeInteger(argument, value),
        ToolArgumentKind.Texts => TakeTexts(argument, value),
        _ => TakeText(argument, value),
    };

    private WrongArgument? TakeText(ToolArgument argument, JsonElement value)
    {
        if (TextOf(value) is not { } text)
        {
            return new WrongArgument(argument.Name, "Text");
        }

        if (!argument.Choices.IsEmpty && !argument.Choices.Contains(text))
        {
            return new WrongArgument(argument.Name, "OneOf", string.Join(", ", argument.Choices));
        }

        if (text.Length > argument.Max)
        {
            return new WrongArgument(argument.Name, "TooLong", argument.Max);
        }

        _values[argument.Name] = text;
        return null;
    }

    private WrongArgument? TakeInteger(ToolArgument argument, JsonElement value)
    {
        if (int.TryParse(TextOf(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= argument.Min && number <= argument.Max)
        {
            _values[argument.Name] = number;
            return null;
        }

        return new WrongArgument(argument.Name, "Between", argument.Min, argument.Max);
    }

    private WrongArgument? TakeTexts(ToolArgument argument, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return new WrongArgument(argument.Name, "Texts");
        }

        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (TextOf(member.Value) is not { } text)
            {
                return new WrongArgument(argument.Name, "Texts");
            }

            if (text.Length > argument.Max)
            {
                return new WrongArgument(argument.Name, "TooLong", argument.Max);
            }

            texts[member.Name] = text;
        }

        if (texts.Count > argument.MaxCount)
        {
            return new WrongArgument(argument.Name, "TooMany", argument.MaxCount);
        }

        _values[argument.Name] = texts.ToImmutable();
        return null;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out _) => value.GetRawText(),
        _ => null,
    };
}

/// <summary>An argument that can't be used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">The name of the text that says what is expected.</param>
/// <param name="Values">What that text names.</param>
internal sealed record WrongArgument(string Name, string Reason, params object[] Values);
