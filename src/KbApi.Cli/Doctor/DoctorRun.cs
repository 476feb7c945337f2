using KbApi.Cli.Terminal;

namespace KbApi.Cli.Doctor;

/// <summary>All checks, one after another. One that cannot be made is a finding too.</summary>
internal static class DoctorRun
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(DoctorSetup setup, CancellationToken cancellation)
    {
        var terminal = setup.Terminal;
        var findings = new List<Finding>(SystemChecks.Run(terminal));
        await using var server = setup.CreateServer();
        var (options, problems) = DoctorSetup.OptionsOf(server);
        findings.AddRange(problems.Count == 0
            ? [new Finding("configuration", CheckState.Ok, terminal.Text("Doctor_ConfigurationOk"))]
            : problems.Select(p => new Finding("configuration", CheckState.Failed, p, terminal.Text("Doctor_ConfigurationNext"))));
        if (options is not null)
        {
            findings.AddRange(ContentChecks.Run(terminal, options, cancellation));
            findings.AddRange(FolderChecks.Run(terminal, options));
            findings.AddRange(await StoreChecks.RunAsync(terminal, server.Configuration, options, cancellation));
            findings.AddRange(KeyChecks.Run(terminal, options, TimeProvider.System.GetUtcNow()));
            findings.AddRange(await PortChecks.RunAsync(terminal, server, cancellation));
        }

        if (setup.Url is { } url)
        {
            findings.Add(await ServerCheck.RunAsync(terminal, url, cancellation));
        }

        return findings;
    }
}
