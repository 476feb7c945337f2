using System.Text;
using KbApi.Rules.Fixes;

namespace KbApi.Cli.Lint;

/// <summary>Writes what a fix changes as a patch. Fixes change lines and neither add nor remove any, so lines correspond by number.</summary>
internal static class UnifiedDiff
{
    public static void Write(TextWriter output, FixedFile file)
    {
        var before = Encoding.UTF8.GetString(file.Before.Span).Split('\n');
        var after = Encoding.UTF8.GetString(file.After.Span).Split('\n');
        output.WriteLine($"--- a/{file.File.Path}");
        output.WriteLine($"+++ b/{file.File.Path}");
        for (var i = 0; i < Math.Min(before.Length, after.Length);)
        {
            if (before[i] == after[i])
            {
                i++;
                continue;
            }

            var start = i;
            while (i < before.Length && before[i] != after[i])
            {
                i++;
            }

            output.WriteLine(FormattableString.Invariant($"@@ -{start + 1},{i - start} +{start + 1},{i - start} @@"));
            WriteLines(output, '-', before, start, i);
            WriteLines(output, '+', after, start, i);
        }
    }

    private static void WriteLines(TextWriter output, char sign, string[] lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            output.WriteLine(sign + lines[i]);
            if (i == lines.Length - 1)
            {
                output.WriteLine("\\ No newline at end of file");
            }
        }
    }
}
