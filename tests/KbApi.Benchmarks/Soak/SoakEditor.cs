using System.Globalization;
using KbApi.Benchmarks.Search;

namespace KbApi.Benchmarks.Soak;

/// <summary>Writes documents again and again, and now and then one that can't be read, which the next writing mends.</summary>
/// <param name="folder">Where they are.</param>
/// <param name="content">What they were made of.</param>
/// <param name="tally">Where it is counted.</param>
/// <param name="plan">How often.</param>
internal sealed class SoakEditor(string folder, GeneratedContent content, SoakTally tally, SoakPlan plan)
{
    /// <summary>Every so many edits one makes the content unreadable, until the next.</summary>
    private const int EditsPerBreakage = 3;

    private static readonly byte[] NoText = [0x23, 0x20, 0xff, 0xfe, 0x00, 0x81];

    public async Task RunAsync(CancellationToken stop)
    {
        var documents = content.Documents().Skip(1).ToList();
        string? broken = null;
        for (var i = 1; await WaitAsync(stop); i++)
        {
            if (broken is not null)
            {
                File.Delete(broken);
                broken = null;
            }

            var (path, text) = documents[i % documents.Count];
            await File.WriteAllTextAsync(Path.Combine(folder, path), text.Replace("| Install ", string.Create(CultureInfo.InvariantCulture, $"| Install version {i} of "), StringComparison.Ordinal), CancellationToken.None);
            if (i % EditsPerBreakage == 0)
            {
                broken = Path.Combine(folder, "broken.md");
                await File.WriteAllBytesAsync(broken, NoText, CancellationToken.None);
            }

            tally.Edited(broken is not null);
        }
    }

    private async Task<bool> WaitAsync(CancellationToken stop)
    {
        await Task.Delay(plan.EditEvery, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return !stop.IsCancellationRequested;
    }
}
