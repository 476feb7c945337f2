using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;

namespace KbApi.Fuzzing;

/// <summary>What must hold for any text: it reads without an exception, twice alike, in time; and every place and reference is right.</summary>
public sealed class ReadingCheck
{
    private static readonly TimeSpan PerMegabyte = TimeSpan.FromSeconds(2);

    /// <summary>What the clock of the processor cannot tell from the just-in-time compiler and the garbage collector.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromMilliseconds(100);

    private readonly ArticleReader _reader = new(LexiconSet.LoadBuiltIn(), CodeSchemeSet.LoadBuiltIn());

    /// <summary>What does not hold, or null.</summary>
    public string? Problem(string text)
    {
        try
        {
            var article = Read(text);
            var problems = SpanChecker.Check(article).Concat(ReferenceChecker.Check(article)).ToList();
            return problems.Count > 0 ? problems[0]
                : ModelText.Write(article) != ModelText.Write(Read(text)) ? "read differently the second time"
                : TimeProblem(text);
        }
        catch (Exception e)
        {
            // Whatever it is, it is the result: the reader throws nothing.
            return e.ToString();
        }
    }

    private string? TimeProblem(string text)
    {
        var limit = Noise + (PerMegabyte * (text.Length / 1e6));
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Read(text);
            if (Environment.CpuUsage.TotalTime - before < limit)
            {
                return null;
            }
        }

        return $"takes longer than {limit.TotalMilliseconds} ms of a processor";
    }

    private Article Read(string text) => _reader.Read(SourceText.From(text, "doc.md"), "doc", LocaleTag.Parse("en-US"));
}
