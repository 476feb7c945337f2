using System.Runtime.CompilerServices;

namespace KbApi.Tests;

/// <summary>
/// Compares text with a file in the folder <c>Baselines</c> beside the test. What differs is written next to it as
/// <c>name.received.txt</c>; with KB_ACCEPT_BASELINES=1 it takes the file's place.
/// </summary>
internal static class Baseline
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("KB_ACCEPT_BASELINES") == "1";

    public static void Verify(string received, string name, [CallerFilePath] string test = "")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(test)!, "Baselines")).FullName;
        VerifyFile(received, Path.Combine(folder, name + ".txt"), Path.Combine(folder, name + ".received.txt"));
    }

    /// <summary>Compares text with a file anywhere.</summary>
    /// <param name="received">The text.</param>
    /// <param name="stored">The file.</param>
    /// <param name="rejected">Where the text is put if it differs.</param>
    public static void VerifyFile(string received, string stored, string rejected)
    {
        var name = Path.GetFileNameWithoutExtension(stored);
        received = received.ReplaceLineEndings("\n");
        var expected = File.Exists(stored) ? File.ReadAllText(stored).ReplaceLineEndings("\n") : "";
        if (received == expected || Accepts)
        {
            File.Delete(rejected);
            if (received != expected)
            {
                File.WriteAllText(stored, received);
            }

            return;
        }

        File.WriteAllText(rejected, received);
        Assert.Fail($"{name} is not as stored: {FirstDifference(expected, received)}\nIf that is right, run the tests with KB_ACCEPT_BASELINES=1.");
    }

    private static string FirstDifference(string expected, string received)
    {
        var old = expected.Split('\n');
        var now = received.Split('\n');
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n  stored:   {old.ElementAtOrDefault(line)}\n  received: {now.ElementAtOrDefault(line)}";
    }
}
