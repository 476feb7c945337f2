using KbApi.Cli.Terminal;
using KbApi.Server.Hosting;

namespace KbApi.Cli.Doctor;

/// <summary>The folders that a server writes into, and the space that is left there.</summary>
internal static class FolderChecks
{
    private const long Megabyte = 1024 * 1024;
    private const long Little = 1024 * Megabyte;
    private const long TooLittle = 100 * Megabyte;

    public static IEnumerable<Finding> Run(ITerminal terminal, ServerOptions options)
    {
        if (options.SearchIndexPath is not { } folder)
        {
            return [new Finding("index", CheckState.Ok, terminal.Text("Doctor_IndexInMemory"))];
        }

        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(probe, "kb doctor");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new Finding("index", CheckState.Warning, $"{folder}: {e.Message}", terminal.Text("Doctor_IndexNext"))];
        }

        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var text = terminal.Text("Doctor_Disk", folder, free / Megabyte);
        return
        [
            new Finding("index", CheckState.Ok, terminal.Text("Doctor_IndexOk", folder)),
            free < TooLittle ? new Finding("disk", CheckState.Failed, text, terminal.Text("Doctor_DiskNext"))
            : free < Little ? new Finding("disk", CheckState.Warning, text, terminal.Text("Doctor_DiskNext"))
            : new Finding("disk", CheckState.Ok, text),
        ];
    }
}
