using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Redaction;

namespace KbApi.Rules.Tests.Redaction;

/// <summary>A secret as people have them, the words before and behind it, and what it has to be taken for.</summary>
internal sealed record Secret(string Value, string Before, string Behind, RedactionKind Kind)
{
    public string Text => Before + Value + Behind;
}

/// <summary>Generates secrets of all kinds.</summary>
internal static class Secrets
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Alphanumeric = Letters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Hex = "0123456789abcdef";

    /// <summary>Secrets that are known wherever they stand.</summary>
    public static Gen<Secret> Bare { get; } = Gen.OneOf(Mails, UserPrincipalNames, FourNumbers, Groups, Tokens, Keys, HexKeys, ServiceKeys, Machines, UriPasswords);

    /// <summary>Secrets that only their labels tell.</summary>
    public static Gen<Secret> Labelled { get; } = Gen.OneOf(Passwords, Bearers, ConnectionStrings, MachineLabels, Names);

    private static Gen<Secret> Mails => Word(Alphanumeric, 1, 12).Zip(Word(Letters, 2, 10), (local, domain) => Alone("q" + local + "@" + domain + ".example.com", RedactionKind.Email));

    private static Gen<Secret> UserPrincipalNames =>
        Word(Letters, 2, 8).Zip(Word(Letters, 2, 8), (first, last) => Alone(first + "." + last + "+admin@contoso.onmicrosoft.com", RedactionKind.Email));

    private static Gen<Secret> FourNumbers => Gen.Choose(0, 255).Four().Select(n => Alone($"{n.Item1}.{n.Item2}.{n.Item3}.{n.Item4}", RedactionKind.IPAddress));

    private static Gen<Secret> Groups => Gen.OneOf(
        Word(Hex, 4, 4).ArrayOf(8).Select(g => Alone(string.Join(':', g), RedactionKind.IPAddress)),
        Word(Hex, 1, 4).Zip(Word(Hex, 1, 4), (a, b) => Alone($"fe80::{a}:{b}%eth0", RedactionKind.IPAddress)),
        Word(Hex, 1, 4).Select(a => Alone($"2001:db8::{a}", RedactionKind.IPAddress)));

    private static Gen<Secret> Tokens =>
        Word(Alphanumeric + "-_", 20, 60).Three().Select(p => Alone($"eyJ{p.Item1}.eyJ{p.Item2}.{p.Item3}", RedactionKind.Secret));

    private static Gen<Secret> Keys => Word(Alphanumeric + "+/", 43, 43).Where(IsMixed).Select(k => Alone(k + "=", RedactionKind.Secret));

    private static Gen<Secret> HexKeys => Word(Hex, 32, 64).Where(k => k.Any(char.IsAsciiDigit) && k.Any(char.IsAsciiLetter)).Select(k => Alone(k, RedactionKind.Secret));

    private static Gen<Secret> ServiceKeys =>
        Gen.Elements("ghp_", "sk_live_", "AKIA", "glpat-", "npm_").Zip(Word(Alphanumeric, 16, 40), (prefix, rest) => Alone(prefix + rest, RedactionKind.Secret));

    private static Gen<Secret> Machines => Gen.OneOf(
        Word(Letters, 2, 8).Select(w => new Secret(w.ToUpperInvariant() + "07", @"\\", @"\share", RedactionKind.Machine)),
        Word(Letters, 2, 8).Select(w => Alone(w + "07.fabrikam.local", RedactionKind.Machine)));

    private static Gen<Secret> UriPasswords => Word(Alphanumeric, 4, 16).Select(p => new Secret("svc:" + p, "amqp://", "@broker/queue", RedactionKind.Password));

    private static Gen<Secret> Passwords =>
        Gen.Elements("Password: ", "password=", "pwd=", "Lösenord: ", "PIN: ").Zip(Word(Alphanumeric + "!#$*", 3, 20), (label, p) => new Secret("Q" + p, label, "", RedactionKind.Password));

    private static Gen<Secret> Bearers => Word(Alphanumeric + ".-_", 8, 60).Select(t => new Secret("Q" + t + "x", "Authorization: Bearer ", "", RedactionKind.Secret));

    private static Gen<Secret> ConnectionStrings => Gen.Elements("AccountKey=", "SharedAccessKey=", "sig=").Zip(
        Word(Alphanumeric + "+/", 10, 60), (label, k) => new Secret("Q" + k, "Endpoint=sb://x.servicebus.windows.net/;" + label, ";EntityPath=hub", RedactionKind.Secret));

    private static Gen<Secret> MachineLabels =>
        Gen.Elements("Computer: ", "Datornamn: ", "host=", "Server=").Zip(Word(Letters, 3, 10), (label, w) => new Secret(w.ToUpperInvariant() + "07", label, "", RedactionKind.Machine));

    private static Gen<Secret> Names => Gen.Elements("User: ", "Användare: ", "User ID=").Zip(Word(Letters, 3, 10), (label, w) => new Secret("Q" + w, label, "", RedactionKind.Name));

    private static Secret Alone(string value, RedactionKind kind) => new(value, "", "", kind);

    private static Gen<string> Word(string characters, int least, int most) =>
        Gen.Choose(least, most).SelectMany(n => Gen.Elements(characters.ToCharArray()).ArrayOf(n)).Select(c => new string(c));

    /// <summary>Of random keys a few in a thousand have hardly a capital or a digit; those look like words.</summary>
    private static bool IsMixed(string key) => key.Count(char.IsAsciiLetterUpper) >= 6 && key.Count(char.IsAsciiLetterLower) >= 6 && key.Any(char.IsAsciiDigit);
}
