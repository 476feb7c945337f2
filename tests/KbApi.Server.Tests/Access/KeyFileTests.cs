using KbApi.Server.Access;
using KbApi.Server.Access.Keys;

namespace KbApi.Server.Tests.Access;

public sealed class KeyFileTests : IDisposable
{
    private readonly TestKeys _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task The_file_has_hashes_and_no_keys_and_only_its_owner_reads_it()
    {
        var key = await _keys.AddAsync(Scopes.ReportsWrite);
        var text = await File.ReadAllTextAsync(_keys.Path);

        Assert.DoesNotContain(key[12..], text, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(key))), text, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_keys.Path));
            Assert.False(KeyFile.IsOpenToOthers(_keys.Path));
            File.SetUnixFileMode(_keys.Path, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.True(KeyFile.IsOpenToOthers(_keys.Path));
        }
    }

    [Fact]
    public async Task Changes_at_the_same_time_are_all_kept()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _keys.AddAsync(Scopes.ReportsRead))));

        Assert.Equal(made.Select(KeyText.IdOf).Order(StringComparer.Ordinal), KeyFile.Read(_keys.Path).Select(k => k.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_in_nobodys_way()
    {
        await File.WriteAllTextAsync(_keys.Path + ".new", "{\"keys\":[{");
        await File.WriteAllTextAsync(_keys.Path + ".lock", "");
        await _keys.AddAsync(Scopes.ReportsRead);

        Assert.Single(KeyFile.Read(_keys.Path));
        Assert.False(File.Exists(_keys.Path + ".new"));
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\"keys\":[\n{\"id\":7}]}", "line 2, $.keys[0].id")]
    [InlineData("{\"keys\":null}", "$.keys")]
    [InlineData("{\"keys\":[],\"more\":1}", "no file of keys")]
    [InlineData("{\"keys\":[{\"id\":\"abcdefgh\",\"name\":\"x\",\"scopes\":[\"everything\"],\"hash\":\"00\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}", "'everything' is no scope")]
    [InlineData("{\"keys\":[{\"id\":\"abcdefgh\",\"name\":\"x\",\"scopes\":[\"reports:read\"],\"hash\":\"00\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}", "64 hexadecimal digits")]
    [InlineData("{\"keys\":[{\"id\":\"a\",\"name\":\"x\",\"scopes\":[],\"hash\":\"00\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}", "its id has not 8")]
    public async Task A_file_that_is_none_says_where(string text, string where)
    {
        await File.WriteAllTextAsync(_keys.Path, text);

        Assert.Contains(where, Assert.Throws<FormatException>(() => KeyFile.Read(_keys.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotated_key_has_the_scopes_and_the_life_of_the_old_one_which_goes_on_for_a_while()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(10);
        await _keys.AddAsync(DateTimeOffset.UnixEpoch.AddDays(90), Scopes.ReportsRead);
        var old = Assert.Single(KeyFile.Read(_keys.Path));
        var text = KeyText.Create();
        var keys = KeyChanges.Rotate([old], old, text, now, TimeSpan.FromDays(7));

        Assert.Equal(now.AddDays(7), keys[0].ExpiresAt);
        Assert.Equal((KeyText.IdOf(text), now.AddDays(90), Scopes.ReportsRead), (keys[1].Id, keys[1].ExpiresAt!.Value, Assert.Single(keys[1].Scopes)));

        // One that ends sooner than the grace does not live longer for it.
        Assert.Equal(now.AddDays(1), KeyChanges.Rotate([old], old with { ExpiresAt = now.AddDays(1) }, text, now, TimeSpan.FromDays(7))[0].ExpiresAt);
    }
}
