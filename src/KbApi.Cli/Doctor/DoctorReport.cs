using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KbApi.Cli.Terminal;
using Spectre.Console;

namespace KbApi.Cli.Doctor;

/// <summary>Shows what was found: for people a line each with what to do next, for programs JSON.</summary>
internal static class DoctorReport
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ITerminal terminal, IReadOnlyList<Finding> findings, bool asJson)
    {
        if (asJson)
        {
            WriteJson(terminal.Output, findings);
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn());
        foreach (var finding in findings)
        {
            grid.AddRow(new Text(terminal.Text("Doctor_State_" + finding.State), StyleOf(finding.State)), new Text(finding.Check), new Text(finding.Text));
            if (finding.Next is { } next)
            {
                grid.AddRow(new Text(""), new Text(""), new Text("→ " + next));
            }
        }

        var console = terminal.CreateConsole();
        console.Write(grid);
        console.Write(new Text("\n" + terminal.Text(
            "Doctor_Summary", Count(findings, CheckState.Ok), Count(findings, CheckState.Warning), Count(findings, CheckState.Failed)) + "\n"));
    }

    private static int Count(IReadOnlyList<Finding> findings, CheckState state) => findings.Count(f => f.State == state);

    private static Style StyleOf(CheckState state) => new(state switch
    {
        CheckState.Ok => Color.Green,
        CheckState.Warning => Color.Yellow,
        _ => Color.Red,
    });

    private static void WriteJson(TextWriter output, IReadOnlyList<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartArray();
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("check", finding.Check);
                json.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName(finding.State.ToString()));
                json.WriteString("text", finding.Text);
                if (finding.Next is { } next)
                {
                    json.WriteString("next", next);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
