using KbApi.Server.Access.Keys;

namespace KbApi.Server.Tests.Access;

/// <summary>A file of keys for one test.</summary>
internal sealed class TestKeys : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Path => System.IO.Path.Combine(_folder.Path, "keys.json");

    /// <summary>A new key in the file.</summary>
    public Task<string> AddAsync(params string[] scopes) => AddAsync(null, scopes);

    public async Task<string> AddAsync(DateTimeOffset? expires, params string[] scopes)
    {
        var text = KeyText.Create();
        await KeyFile.ChangeAsync(Path, keys => KeyChanges.Add(keys, text, "test", scopes, DateTimeOffset.UnixEpoch, expires), TimeProvider.System, CancellationToken.None);
        return text;
    }

    public Task RevokeAsync(string text) => KeyFile.ChangeAsync(
        Path, keys => KeyChanges.Revoke(keys, keys.Single(k => k.Id == KeyText.IdOf(text)), DateTimeOffset.UnixEpoch), TimeProvider.System, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}
