using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Catalog;

/// <summary>What is reported about event logs. No analyzer of content reports these: the reader and the tracker of logs do.</summary>
public static class LogDiagnostics
{
    private const string Category = "logs";

    /// <summary>Operation without an outcome.</summary>
    public static DiagnosticDescriptor NoOutcome { get; } = Warning("KB4001", nameof(NoOutcome));

    /// <summary>Operation failed.</summary>
    public static DiagnosticDescriptor OperationFailed { get; } = Error("KB4002", nameof(OperationFailed));

    /// <summary>Warning that repeats.</summary>
    public static DiagnosticDescriptor RepeatedWarning { get; } = Warning("KB4003", nameof(RepeatedWarning));

    /// <summary>Service stopped.</summary>
    public static DiagnosticDescriptor ServiceStopped { get; } = Error("KB4004", nameof(ServiceStopped));

    /// <summary>Service was down.</summary>
    public static DiagnosticDescriptor ServiceWasDown { get; } = Info("KB4005", nameof(ServiceWasDown));

    /// <summary>Sign of life missing.</summary>
    public static DiagnosticDescriptor MissingHeartbeat { get; } = Warning("KB4006", nameof(MissingHeartbeat));

    /// <summary>Sign of life failed.</summary>
    public static DiagnosticDescriptor FailedHeartbeat { get; } = Warning("KB4007", nameof(FailedHeartbeat));

    /// <summary>Events out of order.</summary>
    public static DiagnosticDescriptor OutOfOrder { get; } = Warning("KB4008", nameof(OutOfOrder));

    /// <summary>Outcome without a start.</summary>
    public static DiagnosticDescriptor OutcomeWithoutStart { get; } = Info("KB4009", nameof(OutcomeWithoutStart));

    /// <summary>Code that is not documented.</summary>
    public static DiagnosticDescriptor UnknownCode { get; } = Info("KB4010", nameof(UnknownCode));

    /// <summary>Operations that can't be told apart.</summary>
    public static DiagnosticDescriptor AmbiguousOperations { get; } = Info("KB4011", nameof(AmbiguousOperations));

    /// <summary>Documented problem.</summary>
    public static DiagnosticDescriptor DocumentedProblem { get; } = Warning("KB4012", nameof(DocumentedProblem));

    /// <summary>Record that can't be read.</summary>
    public static DiagnosticDescriptor RecordBroken { get; } = Warning("KB4020", nameof(RecordBroken));

    /// <summary>Record that is too long.</summary>
    public static DiagnosticDescriptor RecordTooLong { get; } = Warning("KB4021", nameof(RecordTooLong));

    /// <summary>No event log.</summary>
    public static DiagnosticDescriptor NotALog { get; } = Error("KB4022", nameof(NotALog));

    /// <summary>Characters lost.</summary>
    public static DiagnosticDescriptor LostCharacters { get; } = Info("KB4023", nameof(LostCharacters));

    /// <summary>More findings than are listed.</summary>
    public static DiagnosticDescriptor MoreFindings { get; } = Info("KB4024", nameof(MoreFindings));

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoOutcome,
        OperationFailed,
        RepeatedWarning,
        ServiceStopped,
        ServiceWasDown,
        MissingHeartbeat,
        FailedHeartbeat,
        OutOfOrder,
        OutcomeWithoutStart,
        UnknownCode,
        AmbiguousOperations,
        DocumentedProblem,
        RecordBroken,
        RecordTooLong,
        NotALog,
        LostCharacters,
        MoreFindings,
    ];

    private static DiagnosticDescriptor Error(string id, string name) => RuleText.Describe(id, Category, DiagnosticSeverity.Error, name);

    private static DiagnosticDescriptor Warning(string id, string name) => RuleText.Describe(id, Category, DiagnosticSeverity.Warning, name);

    private static DiagnosticDescriptor Info(string id, string name) => RuleText.Describe(id, Category, DiagnosticSeverity.Info, name);
}
