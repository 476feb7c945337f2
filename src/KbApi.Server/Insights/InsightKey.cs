using System.Security.Cryptography;
using System.Text;
using KbApi.Server.Http;
using KbApi.Server.Problems;

namespace KbApi.Server.Insights;

/// <summary>
/// The key that reading insights needs: the setting <c>Kb:Insights:Key</c>, sent as <c>Authorization: Bearer KEY</c>. Where none is set, nobody reads them.
/// </summary>
internal sealed class InsightKey
{
    /// <summary>A shorter key could be guessed.</summary>
    public const int FewestChars = 16;

    private const string Setting = "Kb:Insights:Key";
    private const string Scheme = "Bearer ";

    private readonly byte[]? _hash;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="FormatException">The key is too short.</exception>
    public InsightKey(IConfiguration configuration)
    {
        var key = configuration[Setting];
        if (key is { Length: > 0 and < FewestChars })
        {
            throw new FormatException($"{Setting} is too short; give at least {FewestChars} characters.");
        }

        _hash = string.IsNullOrEmpty(key) ? null : HashOf(key);
    }

    /// <summary>Whether there is a key at all.</summary>
    public bool IsSet => _hash is not null;

    /// <summary>The problem of a request without the key, or null where it has it.</summary>
    public IResult? Refuse(ApiRequest request)
    {
        var header = request.Context.Request.Headers.Authorization.ToString();
        if (_hash is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(_hash, HashOf(header[Scheme.Length..].Trim())))
        {
            return null;
        }

        request.Context.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Create(request.Context, ProblemType.KeyRequired);
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
