using System.Globalization;
using KbApi.Cli.Terminal;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Drift;

namespace KbApi.Cli.Drift;

/// <summary>What is said of drift, in the language of the person in front of the terminal.</summary>
internal static class DriftWords
{
    public static string Of(ITerminal terminal, DriftState state) => Of(terminal.Culture, state);

    public static string Of(CultureInfo culture, DriftState state) => TerminalText.In(culture, "Drift_State_" + state);

    /// <summary>What is stale, as one reads it: what the text has, and what it has to become.</summary>
    public static string Of(ITerminal terminal, string field, DriftReason reason) => Of(terminal.Culture, field, reason);

    /// <summary>The same in a language.</summary>
    public static string Of(CultureInfo culture, string field, DriftReason reason) => reason.Kind switch
    {
        DriftReasonKind.ItemAdded or DriftReasonKind.ItemRemoved => TerminalText.In(culture, $"Drift_{reason.Kind}_{PartOf(field)}", reason.Expected + reason.Found),
        DriftReasonKind.Order when reason.Found.Length > 0 => TerminalText.In(culture, "Drift_Order_Of", reason.Found, reason.Expected),
        DriftReasonKind.Order or DriftReasonKind.Wording or DriftReasonKind.NegationLost or DriftReasonKind.NegationAdded => TerminalText.In(culture, "Drift_" + reason.Kind),
        DriftReasonKind.Contradiction => TerminalText.In(culture, "Drift_Contradiction", reason.Found, reason.Expected),
        DriftReasonKind.Number when reason is { Expected.Length: > 0, Found.Length: > 0 } => $"{reason.Found} → {reason.Expected}",
        _ when reason.Found.Length == 0 => TerminalText.In(culture, "Drift_Lost", Kind(culture, reason), reason.Expected),
        _ when reason.Expected.Length == 0 => TerminalText.In(culture, "Drift_Added", Kind(culture, reason), reason.Found),
        _ => $"{Kind(culture, reason)} {reason.Found} → {reason.Expected}",
    };

    /// <summary>The line of a place, from 1, or an en dash.</summary>
    public static string Line(Location? place) => place is null ? "–" : (place.Start.Line + 1).ToString(CultureInfo.InvariantCulture);

    private static string Kind(CultureInfo culture, DriftReason reason) => TerminalText.In(culture, "Drift_Kind_" + reason.Kind);

    private static string PartOf(string field) => field switch { "rungs" => "Measure", "fields" => "Question", _ => "Step" };
}
