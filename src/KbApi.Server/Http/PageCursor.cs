using System.Buffers.Binary;
using System.Buffers.Text;

namespace KbApi.Server.Http;

/// <summary>
/// Where a page ends: the last item that it had, by a hash of its id, and the list that it was of, by a hash of the filters. It does not
/// know the snapshot, so it survives a reload as long as that item does.
/// </summary>
internal readonly struct PageCursor
{
    private const int Length = 16;

    private readonly ulong _last;

    private PageCursor(ulong last) => _last = last;

    /// <summary>The cursor of the page that ends with an item.</summary>
    public static string After(HttpRequest request, string lastId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ListOf(request));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], StableHash.Of(lastId));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor of the list that the request asks for; null where it is none.</summary>
    public static PageCursor? TryRead(HttpRequest request, string? text)
    {
        Span<byte> bytes = stackalloc byte[Length + 2];
        if (text is null || text.Length > 2 * Length || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length)
        {
            return null;
        }

        return BinaryPrimitives.ReadUInt64BigEndian(bytes) == ListOf(request) ? new PageCursor(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])) : null;
    }

    /// <summary>Whether the page before ended with the item.</summary>
    public bool IsOf(string id) => StableHash.Of(id) == _last;

    /// <summary>What decides which items there are: the path, and the parameters that choose.</summary>
    private static ulong ListOf(HttpRequest request)
    {
        var list = new StableHash();
        list.Add(request.Path.Value);
        foreach (var (name, value) in request.Query
            .Where(p => p.Key is not ("cursor" or "limit" or "locale" or "fallback" or "detail" or "maxTokens"))
            .OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            list.Add("&");
            list.Add(name);
            list.Add("=");
            list.Add(value.ToString());
        }

        return list.Value;
    }
}
