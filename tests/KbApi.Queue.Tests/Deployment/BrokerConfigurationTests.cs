using System.Diagnostics;
using KbApi.Queue.Tests.Support;

namespace KbApi.Queue.Tests.Deployment;

/// <summary>The configuration of the brokers and the script that makes passwords, run as they are.</summary>
public sealed class BrokerConfigurationTests
{
    private static readonly string Compose = Path.Combine(Repository.Root, "deploy", "compose");

    [SkippableFact]
    public void The_broker_takes_the_configuration_with_the_passwords_that_are_made()
    {
        Skip.IfNot(NatsServer.Reason is null, NatsServer.Reason);
        using var folder = new TempFolder();
        var script = folder.Write("compose/secrets.sh", File.ReadAllText(Path.Combine(Compose, "secrets.sh")));
        var configuration = folder.Write("etc/nats/nats.conf", File.ReadAllText(Path.Combine(Compose, "nats.conf")).Replace("/data", folder.Path + "/data", StringComparison.Ordinal));
        Assert.Equal(0, Run("sh", script));
        var secrets = Path.Combine(folder.Path, "compose", "secrets");
        var store = File.ReadAllText(Path.Combine(secrets, "KB_STORE"));

        // What is there stays: a second run changes no password.
        Assert.Equal(0, Run("sh", script));
        Assert.Equal(store, File.ReadAllText(Path.Combine(secrets, "KB_STORE")));

        folder.Write("run/secrets/nats_accounts", File.ReadAllText(Path.Combine(secrets, "nats_accounts.conf")));
        Assert.Equal(0, Run(NatsServer.Program!, "-t", "-c", configuration, "--name", "nats-1"));

        Assert.Equal(32, File.ReadAllText(Path.Combine(secrets, "postgres_password")).Length);
        Assert.Equal(3, File.ReadAllText(Path.Combine(secrets, "KB_QUEUE")).Split(',').Count(u => Uri.TryCreate(u, UriKind.Absolute, out var uri) && uri is { Scheme: "nats", Port: 4222, UserInfo.Length: 38 }));
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
