using KbApi.Content.Text;

namespace KbApi.Rules.Redaction;

/// <summary>Finds the user and password in an address: <c>amqp://user:password@host</c>.</summary>
internal static class UriCredentials
{
    public static TextSpan? TryFind(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        for (var from = 0; word[from..].IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme;)
        {
            from += scheme + 3;
            var rest = word[from..];
            var authority = rest.IndexOf('/') is >= 0 and var slash ? rest[..slash] : rest;
            var at = authority.LastIndexOf('@');
            if (at > 0)
            {
                return new TextSpan(start + from, at);
            }
        }

        return null;
    }
}
