using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Keys;

/// <summary>How long keys live: days as <c>90d</c>, a date, or for ever.</summary>
internal static class KeyTimes
{
    private const string Never = "never";
    private const int DefaultDays = 365;
    private const int DefaultGraceDays = 7;
    private const int MaxDays = 3660;

    /// <summary>From when on a new key is refused; null for never.</summary>
    public static Option<DateTimeOffset?> Expiry(ITerminal terminal) => new("--expires")
    {
        Description = terminal.Text("Keys_Expires"),
        HelpName = "TIME",
        DefaultValueFactory = _ => TimeProvider.System.GetUtcNow().AddDays(DefaultDays),
        CustomParser = result => ParseExpiry(terminal, result),
    };

    /// <summary>How long a key that is replaced goes on.</summary>
    public static Option<TimeSpan> Grace(ITerminal terminal) => new("--grace")
    {
        Description = terminal.Text("Keys_Grace"),
        HelpName = "DAYS",
        DefaultValueFactory = _ => TimeSpan.FromDays(DefaultGraceDays),
        CustomParser = result =>
        {
            if (Days(result.Tokens[^1].Value, 0) is { } days)
            {
                return TimeSpan.FromDays(days);
            }

            result.AddError(terminal.Text("Keys_BadGrace", result.Tokens[^1].Value));
            return default;
        },
    };

    private static DateTimeOffset? ParseExpiry(ITerminal terminal, ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        var now = TimeProvider.System.GetUtcNow();
        if (text == Never)
        {
            return null;
        }

        if (Days(text, 1) is { } days)
        {
            return now.AddDays(days);
        }

        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now)
        {
            return date;
        }

        result.AddError(terminal.Text("Keys_BadTime", text));
        return null;
    }

    private static int? Days(string text, int least) =>
        text.EndsWith('d') && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= MaxDays ? days : null;
}
