using System.CommandLine;
using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Reports.Storage;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Reports;

/// <summary>The options that choose reports.</summary>
internal sealed class FilterOptions
{
    private readonly Option<DateTimeOffset?> _from;
    private readonly Option<DateTimeOffset?> _until;
    private readonly Option<string?> _entry;
    private readonly Option<string?> _code;
    private readonly Option<string?> _locale;
    private readonly Option<string?> _product;
    private readonly Option<string?> _verdict;

    public FilterOptions(ITerminal terminal)
    {
        _from = Time(terminal, "--from", "Reports_From");
        _until = Time(terminal, "--until", "Reports_Until");
        _entry = new("--entry") { Description = terminal.Text("Reports_Entry"), HelpName = "ID" };
        _code = new("--code") { Description = terminal.Text("Reports_Code") };
        _locale = new("--locale") { Description = terminal.Text("Reports_Locale") };
        _product = new("--product") { Description = terminal.Text("Reports_Product") };
        _verdict = new("--verdict") { Description = terminal.Text("Reports_Verdict") };
        _verdict.AcceptOnlyFromAmong("matched", "ambiguous", "unknown");
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _from, _until, _entry, _code, _locale, _product, _verdict })
        {
            command.Add(option);
        }
    }

    public ReportFilter Of(ParseResult result) => new()
    {
        From = result.GetValue(_from),
        Until = result.GetValue(_until),
        EntryId = result.GetValue(_entry),
        Code = result.GetValue(_code),
        Locale = result.GetValue(_locale),
        Product = result.GetValue(_product),
        Verdict = result.GetValue(_verdict) is { } verdict ? Enum.Parse<Verdict>(verdict, ignoreCase: true) : null,
    };

    /// <summary>A day or a time; without an offset it is meant in UTC, as reports are shown.</summary>
    private static Option<DateTimeOffset?> Time(ITerminal terminal, string name, string description) => new(name)
    {
        Description = terminal.Text(description),
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            {
                return time;
            }

            result.AddError(terminal.Text("Reports_NoTime", text));
            return null;
        },
    };
}
