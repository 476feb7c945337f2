using System.Security.Cryptography;
using KbApi.Server.Access;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KbApi.Server.Tests.Access;

/// <summary>Tokens of an OpenID provider.</summary>
public sealed class JwtTests : IDisposable
{
    private const string Issuer = "https://login.example";
    private const string Audience = "kb";

    private readonly TempFolder _folder = new();
    private readonly RSA _rsa = RSA.Create(2048);

    public void Dispose()
    {
        _rsa.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("scope", "openid reports:read", 200)]
    [InlineData("scp", "reports:read", 200)]
    [InlineData("scope", "reports:write", 403)]
    [InlineData("roles", "reports:read", 403)]
    public async Task A_token_may_do_what_its_scopes_are_for(string claim, string scopes, int status)
    {
        await using var server = await StartAsync();

        Assert.Equal(status, await server.StatusAsync("GET /v1/reports/r1", Token(claims: new() { ["sub"] = "svc-1", [claim] = scopes })));
        Assert.Contains(" token:svc-1 ", Assert.Single(server.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subject_that_is_a_person_is_not_recorded()
    {
        await using var server = await StartAsync();
        await server.StatusAsync("GET /v1/reports/r1", Token(claims: new() { ["sub"] = "anna@example.com", ["scope"] = Scopes.ReportsRead }));

        Assert.DoesNotContain("anna", Assert.Single(server.Audit), StringComparison.Ordinal);
        Assert.Contains(" token:sha256-", Assert.Single(server.Audit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_token_opens_nothing()
    {
        using var other = RSA.Create(2048);
        var publicKey = new SymmetricSecurityKey(System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem()));
        await using var server = await StartAsync();

        foreach (var (what, token) in new (string, string)[]
        {
            ("of somebody else", Token(new SigningCredentials(new RsaSecurityKey(other), "RS256"))),
            ("signed with the public key as a secret", Token(new SigningCredentials(publicKey, "HS256"))),
            ("not signed", Unsigned()),
            ("for somebody else", Token(audience: "other")),
            ("by another issuer", Token(issuer: "https://evil.example")),
            ("expired", Token(expires: -10)),
            ("without an end", Token(expires: null)),
            ("cut off", Token()[..^5]),
            ("nonsense", "a.b.c"),
        })
        {
            using var response = await server.SendAsync("GET /v1/reports/r1", token);
            Assert.True((int)response.StatusCode == 401, what);
            Assert.Equal("Bearer realm=\"kb\", error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Theory]
    [InlineData("Kb:Jwt:Authority", "http://login.example", "Kb:Jwt:Audience", "kb")]
    [InlineData("Kb:Jwt:Authority", "https://login.example", "Kb:Jwt:Audience", "")]
    [InlineData("Kb:Jwt:KeyFile", "/nothing/here.pem", "Kb:Jwt:Audience", "kb")]
    public async Task Half_a_setting_is_named_at_the_start(params string[] settings) =>
        Assert.Contains("Kb:Jwt", (await Assert.ThrowsAsync<OptionsValidationException>(() => AccessServer.StartAsync(settings))).Message, StringComparison.Ordinal);

    private async Task<AccessServer> StartAsync() => await AccessServer.StartAsync(
        "Kb:Jwt:KeyFile", _folder.Write("key.pem", _rsa.ExportSubjectPublicKeyInfoPem()), "Kb:Jwt:Issuer", Issuer, "Kb:Jwt:Audience", Audience);

    private string Token(SigningCredentials? signing = null, string issuer = Issuer, string audience = Audience, int? expires = 10, Dictionary<string, object>? claims = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddHours(-1),
            Expires = expires is { } minutes ? now.AddMinutes(minutes) : null,
            Claims = claims ?? new() { ["sub"] = "svc-1", ["scope"] = Scopes.ReportsRead },
            SigningCredentials = signing ?? new SigningCredentials(new RsaSecurityKey(_rsa), "RS256"),
        });
    }

    private string Unsigned()
    {
        var parts = Token().Split('.');
        return Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
    }
}
