using System.Diagnostics;
using System.Globalization;
using KbApi.Benchmarks.Http;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Reload;

/// <summary>Writes into a file, and asks for what it says until the answer is the new one.</summary>
/// <param name="server">The server.</param>
/// <param name="content">What the files were made of.</param>
/// <param name="folder">Where they are.</param>
internal sealed class ReloadWatch(ServerProcess server, GeneratedContent content, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<(string Path, string Text)> _documents = [.. content.Documents().Skip(1)];
    private int _changes;

    /// <summary>Changes one file.</summary>
    /// <returns>The milliseconds from the end of the writing to the new answer, and those that the server computed meanwhile.</returns>
    public async Task<(double Time, double Processor)> ChangeAsync()
    {
        // A file in the middle of all, another one each time.
        var number = ++_changes;
        var (path, text) = _documents[((_documents.Count / 2) + number) % _documents.Count];
        var entry = int.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], CultureInfo.InvariantCulture);
        var word = string.Create(CultureInfo.InvariantCulture, $"Changed{number}");
        using var client = new HttpClient { BaseAddress = server.Address };
        var target = new Uri("/v1/codes/" + GeneratedContent.CodeOf(entry), UriKind.Relative);
        await File.WriteAllTextAsync(Path.Combine(folder, path), text.Replace("| Install ", $"| {word} ", StringComparison.Ordinal));
        var start = Stopwatch.GetTimestamp();
        var before = server.ProcessorTime;
        while (!(await client.GetStringAsync(target)).Contains(word, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"The server still does not answer what {path} says.");
            }

            await Task.Delay(1);
        }

        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (server.ProcessorTime - before).TotalMilliseconds);
    }
}
