using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Output;

namespace KbApi.Cli.Lint;

/// <summary>Writes findings in the form that a person or a machine asked for.</summary>
internal sealed class LintWriter(ITerminal terminal, LintSession session, Uri? helpRoot)
{
    public void Write(string format, IReadOnlyList<Diagnostic> diagnostics)
    {
        switch (format)
        {
            case "json":
                WriteJson(diagnostics);
                break;
            case "sarif":
                using (var stream = new MemoryStream())
                {
                    new SarifWriter(terminal.Culture, session.TextOf, helpRoot).Write(stream, diagnostics);
                    terminal.Output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
                }

                break;
            case "github":
                WriteGitHub(diagnostics);
                break;
            default:
                WriteText(diagnostics);
                break;
        }
    }

    private void WriteText(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            terminal.Output.WriteLine(diagnostic.ToString(terminal.Culture));
            if (terminal.HasColors && session.TextOf(diagnostic.Location.Path) is { } text)
            {
                WriteExcerpt(text, diagnostic.Location);
            }
        }

        var counts = diagnostics.CountBy(d => d.Severity).ToDictionary();
        terminal.Error.WriteLine(terminal.Text(
            "Lint_Summary",
            counts.GetValueOrDefault(DiagnosticSeverity.Error),
            counts.GetValueOrDefault(DiagnosticSeverity.Warning),
            counts.GetValueOrDefault(DiagnosticSeverity.Info) + counts.GetValueOrDefault(DiagnosticSeverity.Hidden)));
    }

    /// <summary>The part of the line around the finding, and a caret under it.</summary>
    private void WriteExcerpt(SourceText text, Location location)
    {
        var line = text.GetLineSpan(location.Start.Line);
        var lead = Math.Min(location.Start.Character, terminal.Width / 3);
        var start = line.Start + location.Start.Character - lead;
        var length = Math.Min(line.End - start, terminal.Width - 4);
        var marks = Math.Clamp(location.Span.Length, 1, Math.Max(1, length - lead));
        terminal.Output.WriteLine("    " + text[new TextSpan(start, Math.Max(0, length))].Replace('\t', ' '));
        terminal.Output.WriteLine("    " + new string(' ', lead) + "^" + new string('~', marks - 1));
    }

    private void WriteGitHub(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var d in diagnostics)
        {
            var command = d.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "notice",
            };
            terminal.Output.WriteLine(FormattableString.Invariant(
                $"::{command} file={Property(d.Location.Path)},line={d.Location.Start.Line + 1},col={d.Location.Start.Character + 1},title={d.Id}::{Data(d.GetMessage(terminal.Culture))}"));
        }
    }

    private void WriteJson(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var d in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("id", d.Id);
                json.WriteString("category", d.Descriptor.Category);
                json.WriteString("severity", d.Severity.ToString().ToLowerInvariant());
                json.WriteString("path", d.Location.Path);
                json.WriteNumber("line", d.Location.Start.Line + 1);
                json.WriteNumber("column", d.Location.Start.Character + 1);
                json.WriteString("message", d.GetMessage(terminal.Culture));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
