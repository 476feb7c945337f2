using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace KbApi.Content.Text;

/// <summary>The decoded text of one file, with its lines and the hash of its bytes. Immutable.</summary>
public sealed class SourceText
{
    private const int RevisionLength = 12;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    private readonly Lazy<ImmutableArray<int>> _lineStarts;
    private readonly string? _content;
    private readonly Func<string>? _read;
    private WeakReference<string>? _known;

    private SourceText(string? content, Func<string>? read, int length, string path, string contentHash)
    {
        _content = content;
        _read = read;
        Length = length;
        Path = path;
        ContentHash = contentHash;
        Revision = contentHash[..Math.Min(RevisionLength, contentHash.Length)];
        _lineStarts = new Lazy<ImmutableArray<int>>(() => FindLineStarts(Content));
    }

    /// <summary>The text without a byte order mark; line endings as in the file. Of a pack it is read when it is asked for.</summary>
    public string Content
    {
        get
        {
            if (_content is not null)
            {
                return _content;
            }

            if (Volatile.Read(ref _known) is not { } known || !known.TryGetTarget(out var content))
            {
                content = _read!();
                Volatile.Write(ref _known, new WeakReference<string>(content));
            }

            return content;
        }
    }

    /// <summary>The file's path as it was given, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>SHA-256 of the file's bytes, as 64 lower-case hexadecimal digits.</summary>
    public string ContentHash { get; }

    /// <summary>The first 12 digits of <see cref="ContentHash"/>: enough to tell the versions of a file apart.</summary>
    public string Revision { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length { get; }

    /// <summary>Number of lines; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => _lineStarts.Value.Length;

    /// <summary>Where the lines begin, in order.</summary>
    internal ImmutableArray<int> LineStarts => _lineStarts.Value;

    /// <summary>The text under <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public string this[TextSpan span] => Content.Substring(span.Start, span.Length);

    /// <summary>A text that is already decoded; its hash is that of its UTF-8 form.</summary>
    public static SourceText From(string content, string path = "")
    {
        ArgumentNullException.ThrowIfNull(content);
        return Create(content, path, System.Text.Encoding.UTF8.GetBytes(content));
    }

    internal static SourceText Create(string content, string path, ReadOnlySpan<byte> bytes) =>
        new(content, read: null, content.Length, path.Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>A text that is kept elsewhere.</summary>
    /// <param name="path">As <see cref="Path"/>.</param>
    /// <param name="contentHash">As <see cref="ContentHash"/>.</param>
    /// <param name="length">As <see cref="Length"/>.</param>
    /// <param name="read">Reads it; may be asked again when nobody has held it for a while.</param>
    internal static SourceText Stored(string path, string contentHash, int length, Func<string> read) => new(content: null, read, length, path, contentHash);

    /// <summary>The line and column of an offset. An offset beyond the text counts as its end.</summary>
    public LinePosition GetLinePosition(int position)
    {
        position = Math.Clamp(position, 0, Length);
        var line = GetLine(position);
        return new LinePosition(line, position - _lineStarts.Value[line]);
    }

    /// <summary>The line, from 0, that holds the offset. An offset beyond the text lies on the last line.</summary>
    public int GetLine(int position)
    {
        var index = _lineStarts.Value.BinarySearch(position);
        return index >= 0 ? index : Math.Max(0, ~index - 1);
    }

    /// <summary>The characters of a line, without its line break.</summary>
    /// <param name="line">The line, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetLineSpan(int line)
    {
        var starts = _lineStarts.Value;
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, starts.Length);
        var start = starts[line];
        var end = line + 1 < starts.Length ? starts[line + 1] : Length;
        var content = Content;
        while (end > start && content[end - 1] is '\r' or '\n')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The whole text.</summary>
    public override string ToString() => Content;

    private static ImmutableArray<int> FindLineStarts(string content)
    {
        // Counted first: that is far cheaper than to copy them once more. Only old breaks of one '\r' are not counted.
        var starts = ImmutableArray.CreateBuilder<int>(content.AsSpan().Count('\n') + 1);
        starts.Add(0);
        var position = 0;
        while (true)
        {
            var next = content.AsSpan(position).IndexOfAny(LineBreaks);
            if (next < 0)
            {
                return starts.DrainToImmutable();
            }

            position += next + 1;
            if (content[position - 1] == '\r' && position < content.Length && content[position] == '\n')
            {
                position++;
            }

            starts.Add(position);
        }
    }
}
