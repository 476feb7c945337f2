using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KbApi.Tests;

/// <summary>A PostgreSQL server of its own in a folder of its own, gone afterwards. It never runs as root: there it runs as the user <c>postgres</c>.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "kb";

    private readonly string _folder;
    private readonly int _port;
    private int _databases;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Why there can be none, or null.</summary>
    public static string? Reason { get; } =
        BinFolder is null ? "PostgreSQL is not installed: apt-get install postgresql."
        : Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)) ? "Root may not run PostgreSQL and there is no user 'postgres'."
        : null;

    private static string? BinFolder => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A server that is running.</summary>
    public static PostgresServer Start()
    {
        var folder = Directory.CreateTempSubdirectory("kb-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var server = new PostgresServer(folder, port);
        AsOwner("initdb", "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        server.Resume();
        return server;
    }

    /// <summary>The address of a database with nothing in it.</summary>
    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"kb{Interlocked.Increment(ref _databases)}");
        Execute("postgres", "CREATE DATABASE " + name);
        return AddressOf(name);
    }

    /// <summary>The address of a database.</summary>
    public string AddressOf(string database) => string.Create(CultureInfo.InvariantCulture, $"postgres://{User}@127.0.0.1:{_port}/{database}");

    /// <summary>Runs a statement; what it says.</summary>
    public string Execute(string database, string sql) =>
        AsOwner("psql", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", User, "-d", database, "-Atqc", sql).Trim();

    /// <summary>Stops it, as a machine that loses its power does or in good order.</summary>
    public void Stop(bool suddenly = false) => AsOwner("pg_ctl", "-D", Data, "-m", suddenly ? "immediate" : "fast", "-w", "stop");

    /// <summary>Starts it again.</summary>
    public void Resume() => AsOwner(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -h 127.0.0.1 -k {_folder}"), "start");

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Stop(suddenly: true);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string AsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(BinFolder!, program);
        return Environment.IsPrivilegedProcess ? Run("runuser", ["-u", "postgres", "--", path, .. arguments]) : Run(path, arguments);
    }

    private static string Run(string program, params string[] arguments)
    {
        // What the server inherits stays open as long as it runs: its output goes to a file, and only psql's is read.
        var isRead = arguments.Any(a => a.EndsWith("psql", StringComparison.Ordinal)) || program.EndsWith("psql", StringComparison.Ordinal);
        var start = new ProcessStartInfo(program) { WorkingDirectory = "/tmp", RedirectStandardOutput = isRead, RedirectStandardError = isRead };
        if (!isRead)
        {
            start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/tmp" };
        }
        else
        {
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }
        }

        using var process = Process.Start(start)!;
        var output = isRead ? process.StandardOutput.ReadToEnd() : "";
        var error = isRead ? process.StandardError.ReadToEnd() : "";
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}. {error}");
    }
}
