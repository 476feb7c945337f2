using System.Net;
using System.Net.Sockets;
using KbApi.Cli.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Doctor;

/// <summary>The ports that a server would listen at: free, or taken by a server of ours.</summary>
internal static class PortChecks
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(ITerminal terminal, WebApplication server, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var urls = (server.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls.Where(u => !u.Contains("unix:", StringComparison.Ordinal)))
        {
            findings.Add(await CheckAsync(terminal, BindingAddress.Parse(url), cancellation));
        }

        return findings;
    }

    private static async Task<Finding> CheckAsync(ITerminal terminal, BindingAddress address, CancellationToken cancellation)
    {
        var ip = IPAddress.TryParse(address.Host.Trim('[', ']'), out var parsed) ? parsed : address.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(ip, address.Port) { ExclusiveAddressUse = true };
            listener.Start();
            return new Finding("port", CheckState.Ok, terminal.Text("Doctor_PortFree", address.ToString()));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            var host = ip.Equals(IPAddress.Any) ? IPAddress.Loopback : ip;
            return await ServerCheck.IsAliveAsync(new UriBuilder(address.Scheme, host.ToString(), address.Port).Uri, cancellation)
                ? new Finding("port", CheckState.Ok, terminal.Text("Doctor_PortOurs", address.ToString()))
                : new Finding("port", CheckState.Failed, terminal.Text("Doctor_PortTaken", address.ToString()), terminal.Text("Doctor_PortNext"));
        }
        catch (SocketException e)
        {
            return new Finding("port", CheckState.Failed, $"{address}: {e.Message}", terminal.Text("Doctor_PortNext"));
        }
    }
}
