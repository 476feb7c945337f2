using System.Buffers;
using KbApi.Content.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KbApi.Content.Syntax;

/// <summary>
/// The metadata at the top of a document. Nearly every value is one plain line, which is read as it stands; only a value of
/// another shape (quoted, folded, a list) sends the whole block through the YAML parser.
/// </summary>
public sealed class FrontMatter
{
    private const int MaxDepth = 64;

    /// <summary>Hardly any document has more.</summary>
    private const int UsualFields = 16;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    /// <summary>Keys and values, those that count first; a key may come again. Mostly stretches of the document: few values are ever asked for.</summary>
    private readonly List<Field> _fields;

    private FrontMatter(List<Field> fields, TextSpan span, string? error)
    {
        _fields = fields;
        Span = span;
        Error = error;
    }

    /// <summary>A document without front matter.</summary>
    public static FrontMatter None { get; } = new([], default, error: null);

    /// <summary>The block between the delimiter lines; empty where there is none.</summary>
    public TextSpan Span { get; }

    /// <summary>Why the block is no YAML mapping, or null. Plain lines are read all the same.</summary>
    public string? Error { get; }

    /// <summary>The keys, in no order.</summary>
    public IEnumerable<string> Keys => _fields.Select(f => f.Key.ToString()).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keys and values, those that count first.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Fields => _fields.Select(f => KeyValuePair.Create(f.Key.ToString(), f.Value.ToString()));

    /// <summary>A value as text, or null where there is none; the items of a list are joined by <c>, </c>.</summary>
    public string? this[string key] => Find(key)?.ToString();

    /// <summary>The first of the keys that has a value that is not blank, or null.</summary>
    public string? FirstOf(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Find(key) is { IsEmpty: false } value)
            {
                return value.ToString();
            }
        }

        return null;
    }

    /// <summary>Metadata that was read before.</summary>
    internal static FrontMatter Of(IEnumerable<KeyValuePair<string, string>> fields, TextSpan span, string? error) =>
        new([.. fields.Select(f => new Field(f.Key.AsMemory(), f.Value.AsMemory()))], span, error);

    internal static FrontMatter Read(string text, TextSpan span)
    {
        var plain = new List<Field>(UsualFields);
        if (TryReadPlainLines(text.AsMemory(span.Start, span.Length), plain))
        {
            return new FrontMatter(plain, span, error: null);
        }

        var fields = new List<Field>();
        var error = ReadYaml(text.Substring(span.Start, span.Length), fields);
        return new FrontMatter([.. fields, .. plain], span, error);
    }

    private ReadOnlyMemory<char>? Find(string key)
    {
        foreach (var field in _fields)
        {
            if (field.Key.Span.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>Whether every line is <c>key: value</c> or an item of a list, with plain values.</summary>
    private static bool TryReadPlainLines(ReadOnlyMemory<char> yaml, List<Field> fields)
    {
        var isPlain = true;
        var isList = false;
        List<string>? items = null;
        for (var rest = yaml; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOfAny(LineBreaks);
            var whole = end < 0 ? rest : rest[..end];
            var line = whole.Span;
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            var item = line.TrimStart(' ');
            if (isList && item.StartsWith("- ", StringComparison.Ordinal))
            {
                isPlain &= TryReadScalar(whole[(line.Length - item.Length + 2)..].Trim(), out var element);
                (items ??= []).Add(element.ToString());
                continue;
            }

            EndList(items, fields);

            var colon = line.IndexOf(':');
            if (colon <= 0 || !IsKey(line[..colon]) || (colon + 1 < line.Length && line[colon + 1] != ' '))
            {
                isPlain = false;
                isList = false;
                continue;
            }

            var written = whole[(colon + 1)..].Trim();
            isPlain &= TryReadScalar(written, out var value) || TryReadFlowList(written, out value);

            // The first of two equal keys stands, as in most site generators.
            fields.Add(new Field(whole[..colon], value));
            isList = value.IsEmpty;
        }

        EndList(items, fields);
        return isPlain;
    }

    private static void EndList(List<string>? items, List<Field> fields)
    {
        if (items is { Count: > 0 })
        {
            fields[^1] = fields[^1] with { Value = string.Join(", ", items).AsMemory() };
            items.Clear();
        }
    }

    /// <summary>A value on one line, plain or in quotes without escapes; the text as written where it is neither.</summary>
    private static bool TryReadScalar(ReadOnlyMemory<char> written, out ReadOnlyMemory<char> value)
    {
        value = written;
        var text = written.Span;
        if (text.IsEmpty || IsPlain(text))
        {
            return true;
        }

        var isQuoted = text.Length >= 2 && text[0] is '\'' or '"' && text[^1] == text[0] && !text[1..^1].ContainsAny(text[0], '\\');
        value = isQuoted ? written[1..^1] : written;
        return isQuoted;
    }

    /// <summary>A list in brackets on one line, of simple values.</summary>
    private static bool TryReadFlowList(ReadOnlyMemory<char> written, out ReadOnlyMemory<char> value)
    {
        value = written;
        if (written.Span is not ['[', .. var inner, ']'] || inner.ContainsAny("[]{}\\"))
        {
            return false;
        }

        var items = new List<string>();
        foreach (var range in inner.Split(','))
        {
            if (!TryReadScalar(written[1..^1][range].Trim(), out var item))
            {
                return false;
            }

            items.Add(item.ToString());
        }

        value = string.Join(", ", items).AsMemory();
        return true;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(ReadOnlySpan<char> value) =>
        !"&*!|>'\"%@`[{#,-?:".Contains(value[0]) && value.IndexOf(": ", StringComparison.Ordinal) < 0
        && value.IndexOf(" #", StringComparison.Ordinal) < 0 && value[^1] != ':';

    /// <summary>Adds what the parser reads; its complaint, or null.</summary>
    private static string? ReadYaml(string yaml, List<Field> fields)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            if (!parser.TryConsume<MappingStart>(out _))
            {
                return "a mapping is expected";
            }

            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = ReadValue(parser);
                var value = ReadValue(parser);
                fields.Add(new Field(key.AsMemory(), value.AsMemory()));
            }

            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // YamlDotNet answers to some malformed texts with exceptions that are no YamlException.
            return e.Message;
        }
    }

    /// <summary>The scalars of one value, joined.</summary>
    /// <exception cref="YamlException">The value nests deeper than metadata does; the parser is quadratic in the depth.</exception>
    private static string ReadValue(Parser parser)
    {
        var scalars = new List<string>();
        var depth = 0;
        do
        {
            var current = parser.Consume<ParsingEvent>();
            depth += current.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw new YamlException(current.Start, current.End, $"a value nests deeper than {MaxDepth} levels");
            }

            if (current is Scalar scalar)
            {
                scalars.Add(scalar.Value);
            }
        }
        while (depth > 0);

        return string.Join(", ", scalars);
    }

    private readonly record struct Field(ReadOnlyMemory<char> Key, ReadOnlyMemory<char> Value);
}
