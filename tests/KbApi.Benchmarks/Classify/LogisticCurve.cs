namespace KbApi.Benchmarks.Classify;

/// <summary>A probability as a logistic function of the log odds of a score (Platt's scaling).</summary>
internal sealed record LogisticCurve(double Offset, double Slope)
{
    private const int Steps = 100;
    private const double LongestStep = 0.5;

    /// <summary>Keeps a curve of few answers near the score itself.</summary>
    private const double Shrinkage = 1;

    public double Of(double score) => 1 / (1 + Math.Exp(-(Offset + (Slope * LogOdds(score)))));

    /// <summary>The curve that makes the answers likeliest, by Newton's method.</summary>
    public static LogisticCurve Fit(IReadOnlyCollection<(double Score, bool IsRight)> answers)
    {
        var (offset, slope) = (0.0, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var (g0, g1, h00, h01, h11) = (Shrinkage * offset, Shrinkage * (slope - 1), Shrinkage, 0.0, Shrinkage);
            foreach (var (score, isRight) in answers)
            {
                var x = LogOdds(score);
                var p = 1 / (1 + Math.Exp(-(offset + (slope * x))));
                var (error, weight) = (p - (isRight ? 1 : 0), p * (1 - p));
                (g0, g1, h00, h01, h11) = (g0 + error, g1 + (error * x), h00 + weight, h01 + (weight * x), h11 + (weight * x * x));
            }

            var determinant = (h00 * h11) - (h01 * h01);
            offset -= Math.Clamp(((h11 * g0) - (h01 * g1)) / determinant, -LongestStep, LongestStep);
            slope -= Math.Clamp(((h00 * g1) - (h01 * g0)) / determinant, -LongestStep, LongestStep);
        }

        return new LogisticCurve(offset, slope);
    }

    private static double LogOdds(double score)
    {
        var p = Math.Clamp(score, 0.01, 0.99);
        return Math.Log(p / (1 - p));
    }
}
