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

    private static string Measure(ArticleReader reader, string name, string text)
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

        return string.Create(CultureInfo.InvariantCulture, $"{name}\t{(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0}\t{found}\t{thrown}");
    }

    private static Article Read(ArticleReader reader, string text) => reader.Read(SourceText.From(text, "doc.md"), "doc", LocaleTag.Parse("en-US"));
}
