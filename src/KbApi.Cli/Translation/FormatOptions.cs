using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Translation.Formats;

namespace KbApi.Cli.Translation;

/// <summary><c>--xliff 2.1 | --csv | --xlsx | --json</c>: one of them, or none and the ending of the file tells.</summary>
internal sealed class FormatOptions(ITerminal terminal)
{
    private readonly Option<string?> _xliff = Xliff(terminal);
    private readonly Option<bool> _csv = new("--csv") { Description = terminal.Text("Export_Csv") };
    private readonly Option<bool> _xlsx = new("--xlsx") { Description = terminal.Text("Export_Xlsx") };
    private readonly Option<bool> _json = new("--json") { Description = terminal.Text("Export_Json") };

    public void AddTo(Command command)
    {
        command.Options.Add(_xliff);
        command.Options.Add(_csv);
        command.Options.Add(_xlsx);
        command.Options.Add(_json);
        command.Validators.Add(result =>
        {
            var given = new[] { result.GetValue(_xliff) is not null, result.GetValue(_csv), result.GetValue(_xlsx), result.GetValue(_json) };
            if (given.Count(g => g) > 1)
            {
                result.AddError(terminal.Text("Export_OneFormat"));
            }
        });
    }

    /// <summary>What was asked for, else what the ending says, else XLIFF 2.1.</summary>
    public TranslationFormat Of(ParseResult result, string? output) =>
        result.GetValue(_csv) ? TranslationFormat.Csv
        : result.GetValue(_xlsx) ? TranslationFormat.Xlsx
        : result.GetValue(_json) ? TranslationFormat.Json
        : result.GetValue(_xliff) is { } version ? (version == "1.2" ? TranslationFormat.Xliff12 : TranslationFormat.Xliff21)
        : Path.GetExtension(output)?.ToLowerInvariant() switch
        {
            ".csv" => TranslationFormat.Csv,
            ".xlsx" => TranslationFormat.Xlsx,
            ".json" => TranslationFormat.Json,
            _ => TranslationFormat.Xliff21,
        };

    private static Option<string?> Xliff(ITerminal terminal)
    {
        var option = new Option<string?>("--xliff") { Description = terminal.Text("Export_Xliff"), HelpName = "VERSION" };
        option.AcceptOnlyFromAmong("2.1", "1.2");
        return option;
    }
}
