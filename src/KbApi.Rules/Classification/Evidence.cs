using KbApi.Content.Text;
using KbApi.Rules.Reports;

namespace KbApi.Rules.Classification;

/// <summary>Why an entry is a candidate: a place in the report.</summary>
/// <param name="Field">The text of the report.</param>
/// <param name="Span">The place in that text as it was given.</param>
/// <param name="Tier">What was recognised there.</param>
public readonly record struct Evidence(ReportField Field, TextSpan Span, SignalTier Tier);
