using System.Collections.Frozen;

namespace KbApi.Rules.Redaction;

/// <summary>Labels, in English and Swedish, that say what the value behind them is.</summary>
internal static class LabelWords
{
    private const int MostLabelChars = 24;

    /// <summary>Labels without blanks, hyphens and underscores, in lower case.</summary>
    private static readonly FrozenDictionary<string, RedactionKind> Kinds = Read(
        (RedactionKind.Password, ["password", "passwd", "pwd", "pass", "passphrase", "pin", "pincode", "lösenord", "lösen", "lösenordet", "pinkod"]),
        (RedactionKind.Secret,
            ["token", "accesstoken", "refreshtoken", "idtoken", "authtoken", "apikey", "key", "accountkey", "accesskey", "sharedaccesskey", "secretkey", "privatekey", "secret",
             "clientsecret", "sig", "bearer", "basic", "authorization", "credential", "credentials", "sessiontoken", "hemlighet", "nyckel", "apinyckel", "åtkomsttoken"]),
        (RedactionKind.Name,
            ["name", "fullname", "firstname", "lastname", "displayname", "user", "username", "userid", "uid", "accountname", "samaccountname", "loginname", "login", "reportedby", "contact",
             "targetusername", "subjectusername", "namn", "förnamn", "efternamn", "användare", "användarnamn", "kontonamn", "anmäldav", "kontaktperson"]),
        (RedactionKind.Machine,
            ["computer", "computername", "machine", "machinename", "hostname", "host", "workstation", "workstationname", "clientname", "servername", "dator", "datornamn", "värdnamn", "servernamn"]));

    /// <summary>Labels of connection strings: before a colon they may say something else.</summary>
    private static readonly FrozenDictionary<string, RedactionKind> KindsOfSettings = Read((RedactionKind.Machine, ["server", "datasource", "addr", "address"]));

    /// <summary>What the value behind a label is, or null where the word between the bounds, with the one before or without, is no label.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="assigned">The sign between label and value.</param>
    public static RedactionKind? KindOf(string text, int start, int end, char assigned)
    {
        var from = start;

        // A label of two words, as in "User name:".
        if (from >= 2 && text[from - 1] == ' ' && char.IsLetter(text[from - 2]))
        {
            from -= 2;
            while (from > 0 && char.IsLetter(text[from - 1]) && start - from < MostLabelChars)
            {
                from--;
            }
        }

        return KindOf(text.AsSpan(from, end - from), assigned) ?? (from == start ? null : KindOf(text.AsSpan(start, end - start), assigned));
    }

    /// <summary>Whether the label is also that of what has nothing to do with people.</summary>
    public static bool IsGeneric(ReadOnlySpan<char> label) => label.Equals("name", StringComparison.OrdinalIgnoreCase) || label.Equals("namn", StringComparison.OrdinalIgnoreCase);

    private static RedactionKind? KindOf(ReadOnlySpan<char> words, char assigned)
    {
        Span<char> label = stackalloc char[MostLabelChars];
        var length = 0;
        foreach (var c in words)
        {
            if (c is ' ' or '-' or '_')
            {
                continue;
            }

            if (length == label.Length || !char.IsLetter(c))
            {
                return null;
            }

            label[length++] = char.ToLowerInvariant(c);
        }

        return Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label[..length], out var kind)
            || (assigned == '=' && KindsOfSettings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label[..length], out kind)) ? kind : null;
    }

    private static FrozenDictionary<string, RedactionKind> Read(params (RedactionKind Kind, string[] Labels)[] kinds) =>
        kinds.SelectMany(k => k.Labels.Select(l => (Label: l, k.Kind))).ToFrozenDictionary(p => p.Label, p => p.Kind, StringComparer.Ordinal);
}
