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

    private readonly Dictionary<string, string> _values;

    private FrontMatter(Dictionary<string, string> values, TextSpan span, string? error)
    {
        _values = values;
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
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>A value as text, or null where there is none; the items of a list are joined by <c>, </c>.</summary>
    public string? this[string key] => _values.GetValueOrDefault(key);

    /// <summary>The first of the keys that has a value that is not blank, or null.</summary>
    public string? FirstOf(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (_values.TryGetValue(key, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    internal static FrontMatter Read(string text, TextSpan span)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? error = null;
        if (!TryReadPlainLines(text.AsSpan(span.Start, span.Length), values))
        {
            error = ReadYaml(text.Substring(span.Start, span.Length), values);
        }

        return new FrontMatter(values, span, error);
    }

    /// <summary>Whether every line is <c>key: value</c> or an item of a list, with plain values.</summary>
    private static bool TryReadPlainLines(ReadOnlySpan<char> yaml, Dictionary<string, string> values)
    {
        var isPlain = true;
        string? list = null;
        var items = new List<string>();
        foreach (var line in yaml.EnumerateLines())
        {
            if (line.IsWhiteSpace() || line[0] == '#')
            {
                continue;
            }

            var item = line.TrimStart(' ');
            if (list is not null && item.StartsWith("- ", StringComparison.Ordinal))
            {
                isPlain &= TryReadScalar(item[2..].Trim(), out var element);
                items.Add(element);
                continue;
            }

            EndList(list, items, values);

            var colon = line.IndexOf(':');
            if (colon <= 0 || !IsKey(line[..colon]) || (colon + 1 < line.Length && line[colon + 1] != ' '))
            {
                isPlain = false;
                list = null;
                continue;
            }

            var written = line[(colon + 1)..].Trim();
            isPlain &= TryReadScalar(written, out var value) || TryReadFlowList(written, out value);

            // The first of two equal keys stands, as in most site generators.
            var key = line[..colon].ToString();
            list = values.TryAdd(key, value) && value.Length == 0 ? key : null;
        }

        EndList(list, items, values);
        return isPlain;
    }

    private static void EndList(string? key, List<string> items, Dictionary<string, string> values)
    {
        if (key is not null && items.Count > 0)
        {
            values[key] = string.Join(", ", items);
        }

        items.Clear();
    }

    /// <summary>A value on one line, plain or in quotes without escapes; the text as written where it is neither.</summary>
    private static bool TryReadScalar(ReadOnlySpan<char> written, out string value)
    {
        if (written.IsEmpty || IsPlain(written))
        {
            value = written.ToString();
            return true;
        }

        var isQuoted = written.Length >= 2 && written[0] is '\'' or '"' && written[^1] == written[0] && !written[1..^1].ContainsAny(written[0], '\\');
        value = (isQuoted ? written[1..^1] : written).ToString();
        return isQuoted;
    }

    /// <summary>A list in brackets on one line, of simple values.</summary>
    private static bool TryReadFlowList(ReadOnlySpan<char> written, out string value)
    {
        value = written.ToString();
        if (written.Length < 2 || written[0] != '[' || written[^1] != ']' || written[1..^1].ContainsAny("[]{}\\"))
        {
            return false;
        }

        var items = new List<string>();
        foreach (var range in written[1..^1].Split(','))
        {
            if (!TryReadScalar(written[1..^1][range].Trim(), out var item))
            {
                return false;
            }

            items.Add(item);
        }

        value = string.Join(", ", items);
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

    /// <summary>Puts what the parser reads in the place of the plain lines; its complaint, or null.</summary>
    private static string? ReadYaml(string yaml, Dictionary<string, string> values)
    {
        var read = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
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
                if (read.Add(key))
                {
                    values[key] = value;
                }
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
}
