using KbApi.Server.Hosting;
using KbApi.Server.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Tests.Security;

public sealed class SecretFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_setting_may_stand_in_a_file()
    {
        using var configuration = new ConfigurationManager();
        configuration["Kb:Store_FILE"] = _folder.Write("secret", "Host=db;Password=päss\r\n");

        Assert.Empty(configuration.AddSecretFiles());
        Assert.Equal("Host=db;Password=päss", configuration["Kb:Store"]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_stops_the_server_and_is_named()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningServer.StartWithAsync("--Kb:DefaultLocale_FILE", "/run/secrets/nothing"));

        Assert.Contains("Kb:DefaultLocale_FILE names a file that can't be read: /run/secrets/nothing.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_secret_is_not_read()
    {
        using var configuration = new ConfigurationManager();
        configuration["Kb:Store_FILE"] = _folder.Write("secret", new string('a', 100_000));

        Assert.Contains("larger than 64 KiB", Assert.Single(configuration.AddSecretFiles()), StringComparison.Ordinal);
        Assert.Null(configuration["Kb:Store"]);
    }
}
