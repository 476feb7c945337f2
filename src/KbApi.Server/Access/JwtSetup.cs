using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace KbApi.Server.Access;

/// <summary>Accepts tokens that an OpenID provider signs. Only signatures with public keys: whoever can check one can't make one.</summary>
internal static class JwtSetup
{
    public const string Scheme = JwtBearerDefaults.AuthenticationScheme;

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void Add(AuthenticationBuilder authentication, JwtOptions options)
    {
        authentication.Services.AddSingleton<IAuthenticationConfigurationProvider, NoOtherSettings>();
        authentication.AddJwtBearer(Scheme, bearer => Configure(bearer, options));
    }

    private static void Configure(JwtBearerOptions bearer, JwtOptions options)
    {
        bearer.MapInboundClaims = false;
        bearer.IncludeErrorDetails = false;
        bearer.Audience = options.Audience;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = options.Audience,
            ValidIssuer = string.IsNullOrEmpty(options.Issuer) ? null : options.Issuer,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        };
        if (string.IsNullOrEmpty(options.KeyFile))
        {
            bearer.Authority = options.Authority;
            bearer.RequireHttpsMetadata = !new Uri(options.Authority!).IsLoopback;
        }
        else
        {
            bearer.TokenValidationParameters.IssuerSigningKeys = KeysOf(File.ReadAllText(options.KeyFile));
        }
    }

    /// <summary>Whether a file has keys that signatures can be checked with.</summary>
    public static bool CanUse(string file)
    {
        try
        {
            return KeysOf(File.ReadAllText(file)).Count > 0;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The public keys in a text: PEM or a JSON Web Key Set.</summary>
    private static IList<SecurityKey> KeysOf(string text) => text.TrimStart().StartsWith('{') ? new JsonWebKeySet(text).GetSigningKeys() : [FromPem(text)];

    private static AsymmetricSecurityKey FromPem(string text)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(text);
            return new ECDsaSecurityKey(ecdsa);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            ecdsa.Dispose();
        }

        var rsa = RSA.Create();
        rsa.ImportFromPem(text);
        return new RsaSecurityKey(rsa);
    }

    /// <summary>Tokens are set up in <c>Kb:Jwt</c> and nowhere else.</summary>
    private sealed class NoOtherSettings : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationBuilder().Build();
    }
}
