using System.Collections.Frozen;

namespace KbApi.Rules.Redaction;

/// <summary>Labels, in English and Swedish, that say what the value behind them is.</summary>
internal static class LabelWords
{
    /// <summary>Labels without blanks, hyphens and underscores, in lower case.</summary>
    public static FrozenDictionary<string, RedactionKind> Kinds { get; } = new (RedactionKind Kind, string[] Labels)[]
    {
        (RedactionKind.Password, ["password", "passwd", "pwd", "pass", "passphrase", "pin", "pincode", "lösenord", "lösen", "lösenordet", "pinkod"]),
        (RedactionKind.Secret,
            ["token", "accesstoken", "refreshtoken", "idtoken", "authtoken", "apikey", "key", "accountkey", "accesskey", "sharedaccesskey", "secretkey", "privatekey", "secret",
             "clientsecret", "sig", "bearer", "basic", "authorization", "credential", "credentials", "sessiontoken", "hemlighet", "nyckel", "apinyckel", "åtkomsttoken"]),
        (RedactionKind.Name,
            ["name", "fullname", "firstname", "lastname", "displayname", "user", "username", "accountname", "samaccountname", "loginname", "login", "reportedby", "contact",
             "namn", "förnamn", "efternamn", "användare", "användarnamn", "kontonamn", "anmäldav", "kontaktperson"]),
        (RedactionKind.Machine,
            ["computer", "computername", "machine", "machinename", "hostname", "host", "workstation", "clientname", "servername", "dator", "datornamn", "värdnamn", "servernamn"]),
    }.SelectMany(k => k.Labels.Select(l => (Label: l, k.Kind))).ToFrozenDictionary(p => p.Label, p => p.Kind, StringComparer.Ordinal);
}
