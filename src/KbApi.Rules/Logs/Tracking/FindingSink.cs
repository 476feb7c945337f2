using System.Collections.Immutable;
using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Logs.Tracking;

/// <summary>Takes findings about one log.</summary>
internal sealed class FindingSink(string log)
{
    private readonly FindingList<LogFinding> _findings = new(f => f.Diagnostic.Descriptor);

    public IReadOnlyList<LogFinding> Items => _findings.Items;

    public IEnumerable<KeyValuePair<string, int>> Overflowing => _findings.Overflowing;

    public string Log { get; } = log;

    /// <summary>Reports something.</summary>
    /// <param name="descriptor">What it is.</param>
    /// <param name="at">Where it is.</param>
    /// <param name="until">Where it ends, or null.</param>
    /// <param name="finding">Completes it.</param>
    /// <param name="arguments">What its message names.</param>
    public void Report(DiagnosticDescriptor descriptor, Occurrence at, Occurrence? until, Func<LogFinding, LogFinding> finding, params ImmutableArray<object> arguments)
    {
        var diagnostic = Diagnostic.Create(descriptor, at.In(Log), arguments);
        if (until is { } end && end.Line != at.Line)
        {
            diagnostic = diagnostic with { AdditionalLocations = [end.In(Log)] };
        }

        _findings.Add(finding(new LogFinding(diagnostic) { From = at.Time, To = until?.Time ?? at.Time }));
    }
}
