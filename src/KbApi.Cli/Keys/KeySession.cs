using KbApi.Cli.Terminal;
using KbApi.Server.Access.Keys;

namespace KbApi.Cli.Keys;

/// <summary>One change of a file of keys, and what is said of it. A new key is the only thing on standard output, so that scripts can take it.</summary>
internal sealed class KeySession(ITerminal terminal, string path, TimeProvider time)
{
    private const string Minutes = "yyyy-MM-dd HH:mm'Z'";

    public Task<int> CreateAsync(string name, IReadOnlyList<string> scopes, DateTimeOffset? expires, CancellationToken cancellation) => GuardAsync(async () =>
    {
        var text = KeyText.Create();
        await KeyFile.ChangeAsync(path, keys => KeyChanges.Add(keys, text, name, scopes, time.GetUtcNow(), expires), time, cancellation);
        Show(text, name, scopes, expires);
        return ExitCode.Clean;
    });

    public Task<int> RotateAsync(string id, TimeSpan grace, CancellationToken cancellation) => GuardAsync(async () =>
    {
        var text = KeyText.Create();
        var result = (Old: (ApiKey?)null, New: (ApiKey?)null);
        await ChangeAsync(id, (keys, old) =>
        {
            var now = time.GetUtcNow();
            if (!old.IsValidAt(now))
            {
                return keys;
            }

            var changed = KeyChanges.Rotate(keys, old, text, now, grace);
            result = (changed.First(k => k.Id == id), changed[^1]);
            return changed;
        }, cancellation);
        if (result is not ({ } before, { } after))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Keys_NotValid", id));
            return ExitCode.Findings;
        }

        Show(text, after.Name, after.Scopes, after.ExpiresAt);
        terminal.Error.WriteLine(terminal.Text("Keys_OldGoesOn", id, Words(before.ExpiresAt)));
        return ExitCode.Clean;
    });

    public Task<int> RevokeAsync(string id, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await ChangeAsync(id, (keys, old) => old.RevokedAt is null ? KeyChanges.Revoke(keys, old, time.GetUtcNow()) : keys, cancellation);
        terminal.Error.WriteLine(terminal.Text("Keys_Revoked", id));
        return ExitCode.Clean;
    });

    public int List(bool asJson)
    {
        try
        {
            KeyList.Write(terminal, KeyFile.Read(path), time.GetUtcNow(), asJson);
            return ExitCode.Clean;
        }
        catch (FormatException e)
        {
            terminal.Error.WriteLine("kb: " + e.Message);
            return ExitCode.Failure;
        }
    }

    private async Task ChangeAsync(string id, Func<IReadOnlyList<ApiKey>, ApiKey, IReadOnlyList<ApiKey>> change, CancellationToken cancellation)
    {
        // A mistyped name makes no file.
        _ = KeyFile.Read(path);
        await KeyFile.ChangeAsync(path, keys => change(keys, keys.FirstOrDefault(k => k.Id == id) ?? throw new UnknownKeyException(id)), time, cancellation);
    }

    private async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (FormatException e)
        {
            terminal.Error.WriteLine("kb: " + e.Message);
            return ExitCode.Failure;
        }
        catch (UnknownKeyException e)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Keys_Unknown", e.Id, path));
            return ExitCode.Findings;
        }
    }

    private void Show(string text, string name, IReadOnlyList<string> scopes, DateTimeOffset? expires)
    {
        terminal.Output.WriteLine(text);
        terminal.Output.Flush();
        terminal.Error.WriteLine(terminal.Text("Keys_Created", KeyText.IdOf(text)!, name, string.Join(", ", scopes), Words(expires), path));
    }

    private string Words(DateTimeOffset? moment) => moment?.UtcDateTime.ToString(Minutes, terminal.Culture) ?? terminal.Text("Keys_Never");

    private sealed class UnknownKeyException(string id) : Exception(id)
    {
        public string Id { get; } = id;
    }
}
