using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KbApi.Cli.Doctor;

/// <summary>What is to be looked at: a server as it would be made from the settings, which is not started.</summary>
internal sealed record DoctorSetup(ITerminal Terminal, IReadOnlyList<string> Paths, IReadOnlyList<string> Settings, Uri? Url)
{
    /// <summary>The server that these settings make.</summary>
    public WebApplication CreateServer() => KbApiServer.Create(
    [
        .. Paths.SelectMany((path, i) => new[] { "--Kb:Content:" + i.ToString(CultureInfo.InvariantCulture), path }),
        .. Settings.SelectMany(s => s.Split('=', 2)).Select((part, i) => i % 2 == 0 ? "--" + part : part),
    ]);

    /// <summary>The checked options of a server; or what is wrong with them.</summary>
    public static (ServerOptions? Options, IReadOnlyList<string> Problems) OptionsOf(WebApplication server)
    {
        try
        {
            return (server.Services.GetRequiredService<IOptions<ServerOptions>>().Value, []);
        }
        catch (OptionsValidationException e)
        {
            return (null, [.. e.Failures]);
        }
        catch (InvalidOperationException e)
        {
            // A value of the wrong type.
            return (null, [e.Message]);
        }
    }
}
