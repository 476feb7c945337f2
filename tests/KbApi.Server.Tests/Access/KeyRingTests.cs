using KbApi.Server.Access;
using KbApi.Server.Access.Keys;
using KbApi.Server.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace KbApi.Server.Tests.Access;

public sealed class KeyRingTests : IDisposable
{
    private readonly TestKeys _keys = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddDays(1));

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task A_key_opens_until_it_expires()
    {
        var key = await _keys.AddAsync(_time.GetUtcNow().AddHours(1), Scopes.ReportsRead);
        var ring = Ring();

        Assert.Equal(KeyText.IdOf(key), ring.Find(key)?.Id);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(ring.Find(key));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(ring.Find(key));
    }

    [Fact]
    public async Task What_is_changed_in_the_file_counts_a_second_later()
    {
        var key = await _keys.AddAsync(Scopes.ReportsRead);
        var ring = Ring();
        var later = await _keys.AddAsync(Scopes.ReportsRead);
        await _keys.RevokeAsync(key);
        Assert.NotNull(ring.Find(key));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(ring.Find(key));
        Assert.NotNull(ring.Find(later));
    }

    [Fact]
    public async Task Keys_with_a_known_id_and_another_secret_open_nothing()
    {
        var key = await _keys.AddAsync(Scopes.ReportsRead);
        var ring = Ring();
        foreach (var other in Enumerable.Range(0, 50).Select(_ => KeyText.Create()))
        {
            Assert.Null(ring.Find(other));
            Assert.Null(ring.Find(key[..12] + other[12..]));
        }
    }

    [Fact]
    public async Task Without_the_file_no_key_is_valid_and_with_a_broken_one_those_from_before_are()
    {
        var key = await _keys.AddAsync(Scopes.ReportsRead);
        var text = await File.ReadAllTextAsync(_keys.Path);
        var ring = Ring();

        await File.WriteAllTextAsync(_keys.Path, "{");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(ring.Find(key));

        File.Delete(_keys.Path);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(ring.Find(key));

        await File.WriteAllTextAsync(_keys.Path, text);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(ring.Find(key));
    }

    private KeyRing Ring() => new(Options.Create(new ServerOptions { Keys = new KeyOptions { File = _keys.Path } }), _time, NullLogger<KeyRing>.Instance);
}
