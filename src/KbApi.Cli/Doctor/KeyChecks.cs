using KbApi.Cli.Terminal;
using KbApi.Server.Access;
using KbApi.Server.Access.Keys;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Doctor;

/// <summary>Who may write: the file of keys, its rights, and keys that are about to expire.</summary>
internal static class KeyChecks
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public static IEnumerable<Finding> Run(ITerminal terminal, ServerOptions options, DateTimeOffset now)
    {
        if (options.Writes == AccessMode.Open)
        {
            yield return new Finding("access", CheckState.Warning, terminal.Text("Doctor_WritesOpen"), terminal.Text("Doctor_WritesNext"));
        }

        if (options.Keys.File is not { Length: > 0 } path)
        {
            yield return options.Jwt.IsUsed
                ? new Finding("keys", CheckState.Ok, terminal.Text("Doctor_TokensOnly"))
                : new Finding("keys", CheckState.Ok, terminal.Text("Doctor_NoKeys"), terminal.Text("Doctor_NoKeysNext"));
            yield break;
        }

        foreach (var finding in OfFile(terminal, path, now))
        {
            yield return finding;
        }
    }

    private static List<Finding> OfFile(ITerminal terminal, string path, DateTimeOffset now)
    {
        IReadOnlyList<ApiKey> keys;
        try
        {
            keys = KeyFile.Read(path);
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            return [new Finding("keys", CheckState.Failed, e.Message, terminal.Text("Doctor_KeysNext"))];
        }

        var valid = keys.Where(k => k.IsValidAt(now)).ToList();
        var findings = new List<Finding>
        {
            valid.Count > 0
                ? new Finding("keys", CheckState.Ok, terminal.Text("Doctor_Keys", path, valid.Count, keys.Count))
                : new Finding("keys", CheckState.Warning, terminal.Text("Doctor_Keys", path, 0, keys.Count), terminal.Text("Doctor_NoKeysNext")),
        };
        findings.AddRange(valid.Where(k => k.ExpiresAt < now + Soon).Select(k => new Finding(
            "keys", CheckState.Warning, terminal.Text("Doctor_KeyExpires", k.Id, k.Name, k.ExpiresAt!.Value.UtcDateTime.ToString("yyyy-MM-dd", terminal.Culture)), $"kb keys rotate {k.Id} --file {path}")));
        if (KeyFile.IsOpenToOthers(path))
        {
            findings.Add(new Finding("keys", CheckState.Warning, terminal.Text("Doctor_KeysOpen", path), $"chmod 600 {path}"));
        }

        return findings;
    }
}
