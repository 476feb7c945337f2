using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification.Ranking;

/// <summary>How much the words of a report have to say before they alone decide.</summary>
internal sealed record SymptomLimits(double Coverage, double Mass, double Score)
{
    public static SymptomLimits Usual { get; } = new(0.15, 1.8, 1.5);

    /// <summary>A code that no document has speaks for a problem that no document has.</summary>
    public static SymptomLimits BesideUndocumentedCode { get; } = new(0.25, 2.5, 2.2);

    public bool Accept(Similarity similarity) =>
        similarity.Coverage >= Coverage && similarity.Mass >= Mass && similarity.Score >= Score;
}
