using System.IO.Compression;
using System.Text;
using KbApi.Rules.Triage;

namespace KbApi.Cli.Triage;

/// <summary>Writes what support needs into a zip file: the page, the ticket and the events that matter. Everything in it is masked.</summary>
internal static class SupportPackage
{
    /// <summary>The file is written beside its place and then put there, so that nobody sees half of it.</summary>
    /// <exception cref="IOException">It can't be written; then nothing is left behind.</exception>
    public static void Write(string path, TriageReport report, string page, string json)
    {
        var beside = path + ".tmp";
        try
        {
            using (var file = File.Create(beside))
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            {
                Add(zip, "triage.md", page);
                Add(zip, "triage.json", json);
                Add(zip, "ticket.txt", report.Ticket);
                if (report.Events.Length > 0)
                {
                    Add(zip, "events.txt", report.Events);
                }
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);

        // The same ticket makes the same package, whenever it is made.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}
