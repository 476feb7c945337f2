using System.Globalization;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Text;

namespace KbApi.Fuzzing;

/// <summary>
/// Reads a megabyte of each hostile shape and writes a line of tab-separated fields for it: its name, the processor time that the
/// process used in milliseconds, the findings' ids, and what was thrown. Processor time, as other programs slow the clock only; run
/// with a limit on the heap (<c>DOTNET_GCHeapHardLimit</c>), whoever needs more memory throws.
/// </summary>
internal static class HostileRun
{
    private const int Megabyte = 1_000_000;
    private const int MostReadings = 3;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public static void Write(IReadOnlyCollection<string> names, TextWriter output)
    {
        var reader = new ArticleReader(LexiconSet.LoadBuiltIn(), CodeSchemeSet.LoadBuiltIn());
        foreach (var (_, create) in HostileShapes.All)
        {
            Read(reader, create(1000));
        }

        foreach (var (name, create) in HostileShapes.All.Where(s => names.Count == 0 || names.Contains(s.Key)))
        {
            output.WriteLine(Measure(reader, name, create(Megabyte)));
            output.Flush();
        }
    }

    /// <summary>
    /// What a reading takes. What takes long is read again, and the least counts: a program on the same core slows processor time, too, and so does
    /// the compiler in the first seconds.
    /// </summary>
    private static string Measure(ArticleReader reader, string name, string text)
    {
        var (least, found, thrown) = MeasureOnce(reader, text);
        for (var more = 1; more < MostReadings && least > Long; more++)
        {
            var again = MeasureOnce(reader, text).Taken;
            least = again < least ? again : least;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{name}\t{least.TotalMilliseconds:F0}\t{found}\t{thrown}");
    }

    private static (TimeSpan Taken, string Found, string Thrown) MeasureOnce(ArticleReader reader, string text)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        var found = "";
        var thrown = "";
        try
        {
            found = string.Join(',', Read(reader, text).Diagnostics.Select(d => d.Id).Distinct());
        }
        catch (Exception e)
        {
            // Whatever it is, it is the result: the reader throws nothing.
            thrown = e.GetType().Name;
        }

        return (Environment.CpuUsage.TotalTime - before, found, thrown);
    }

    private static Article Read(ArticleReader reader, string text) => reader.Read(SourceText.From(text, "doc.md"), "doc", LocaleTag.Parse("en-US"));
}
