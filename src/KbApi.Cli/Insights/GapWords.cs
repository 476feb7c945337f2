using KbApi.Cli.Terminal;
using KbApi.Reports.Gaps;
using KbApi.Reports.Insights;

namespace KbApi.Cli.Insights;

/// <summary>What gaps are called.</summary>
internal static class GapWords
{
    /// <summary>The name of a kind in options and JSON.</summary>
    public static string NameOf(GapKind kind) => kind switch
    {
        GapKind.UnknownCode => "unknownCode",
        GapKind.UnansweredSearch => "unansweredSearch",
        GapKind.UnresolvedMessage => "unresolvedMessage",
        _ => "unclassifiedReport",
    };

    /// <summary>The name of a kind for people.</summary>
    public static string Of(ITerminal terminal, GapKind kind) => terminal.Text("Gaps_" + kind);

    public static string Of(ITerminal terminal, NearEntry near) => terminal.Text("Gaps_Near" + near.Reason, near.EntryId, near.Words);
}
