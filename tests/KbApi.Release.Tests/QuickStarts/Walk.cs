using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using KbApi.Release.Tests.Support;

namespace KbApi.Release.Tests.QuickStarts;

/// <summary>Does what a document says: one shell, in a folder with the content and the samples of the repository and nothing else.</summary>
internal sealed class Walk : IDisposable
{
    private const string Address = "localhost:5080";

    private readonly TempFolder _folder = new();
    private readonly string _here = $"localhost:{FreePort()}";

    public Walk(QuickStart document)
    {
        foreach (var name in new[] { "content", "samples" })
        {
            Copy(Path.Combine(Repository.Root, name), Path.Combine(_folder.Path, "work", name));
        }

        foreach (var (name, text) in document.Files)
        {
            _folder.Write("work/" + name, text);
        }

        _folder.Write("bin/kb", $"#!/bin/sh\nexec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "kb.dll")}' \"$@\"\n");
    }

    private string Work => Path.Combine(_folder.Path, "work");

    /// <summary>A feed of packages that projects of the document may take from.</summary>
    public void Offer(string feed) => _folder.Write("work/nuget.config", $"<configuration><packageSources><add key=\"kbapi\" value=\"{feed}\" /></packageSources></configuration>");

    /// <summary>Runs the steps.</summary>
    /// <returns>What each of them printed.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> RunAsync(IReadOnlyList<Step> steps)
    {
        var script = new StringBuilder("chmod +x ../bin/kb\ntrap 'kill $(jobs -p) 2>/dev/null; wait' EXIT\n");
        foreach (var (step, i) in steps.Select((s, i) => (s, i)))
        {
            // The port is the one thing that is not as it is written.
            var command = step.IsServer ? $"{step.Command[..^2]} --urls http://{_here} &" : step.Command.Replace(Address, _here, StringComparison.Ordinal);
            script.Append(CultureInfo.InvariantCulture, $"{{ {command}\n}} >../{i}.out 2>../{i}.err\ncode=$?\n");
            script.Append(step.IsServer
                ? $"until curl -fs {_here}/health/ready >/dev/null; do kill -0 $! || {{ cat ../{i}.out ../{i}.err; exit 9; }}; sleep 0.1; done\n"
                : $"[ $code -eq 0 ] || [[ $code -eq 1 && '{step.Command.Split(' ')[0]}' = kb ]] || {{ echo 'step {i + 1} exited with '$code; cat ../{i}.out ../{i}.err; exit 9; }}\n");
        }

        var variables = new Dictionary<string, string?>
        {
            ["PATH"] = Path.Combine(_folder.Path, "bin") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["NUGET_PACKAGES"] = Path.Combine(_folder.Path, "packages"),
            ["COLUMNS"] = "100",
            ["KB_CONTENT"] = null,
        };
        var printed = await Shell.RunAsync(Work, variables, [0, 9], "bash", "-c", script.ToString());
        Assert.True(printed.Length == 0, printed);
        return [.. steps.Select((_, i) => Printed(i))];
    }

    public void Dispose() => _folder.Dispose();

    private string[] Printed(int step)
    {
        var text = File.ReadAllText(Path.Combine(_folder.Path, $"{step}.out")) + File.ReadAllText(Path.Combine(_folder.Path, $"{step}.err"));
        return text.Length == 0 ? [] : text.TrimEnd('\n').Replace(_here, Address, StringComparison.Ordinal).Split('\n');
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
