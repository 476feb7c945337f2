namespace KbApi.Reports.Insights;

/// <summary>
/// Tells whether something happens more often now than before. Events that come independently of one another are Poisson counts; given the sum of two
/// such counts, the later is binomial: with <c>c</c> events in the recent time <c>t</c> and <c>b</c> in the time <c>s</c> before, the chance of <c>c</c>
/// or more under an unchanged rate is <c>P(X ≥ c), X ~ Bin(c + b, t / (t + s))</c>, which is exact at any size (Przyborowski and Wilenski, Biometrika 31, 1940).
/// </summary>
/// <remarks>
/// Something rises where that chance is at most <see cref="Level"/>, the rate is at least <see cref="FewestTimes"/> times what it was, and there were at
/// least <see cref="FewestEvents"/> recent events. The level holds for one look at one thing: of a thousand things that stay as they are one may be said to rise.
/// </remarks>
public static class RateTest
{
    /// <summary>The chance that is called too small.</summary>
    public const double Level = 0.001;

    /// <summary>By how much a rate has to rise.</summary>
    public const double FewestTimes = 2;

    /// <summary>With fewer recent events nothing is said to rise.</summary>
    public const long FewestEvents = 5;

    /// <summary>Compares the recent time with the one before.</summary>
    /// <param name="recent">How many events in the recent time.</param>
    /// <param name="before">How many in the time before.</param>
    /// <param name="shareOfTime">The recent time as a share of both, above 0 and below 1.</param>
    public static RateChange Compare(long recent, long before, double shareOfTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(recent);
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        if (shareOfTime is not (> 0 and < 1))
        {
            throw new ArgumentException("The recent time is a part of all the time; give a share between 0 and 1.", nameof(shareOfTime));
        }

        var expected = before * shareOfTime / (1 - shareOfTime);
        var chance = recent == 0 ? 1 : BinomialTail(recent, recent + before, shareOfTime);
        var isRising = recent >= FewestEvents && recent >= FewestTimes * expected && chance <= Level;
        return new RateChange(expected, chance, isRising);
    }

    /// <summary>The chance of so many successes or more: the regularized incomplete beta function <c>I_p(k, n − k + 1)</c>.</summary>
    private static double BinomialTail(long successes, long trials, double chance) => Beta(chance, successes, trials - successes + 1.0);

    private static double Beta(double x, double a, double b)
    {
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>Lentz's method for the continued fraction.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        const double Enough = 1e-14;
        const int MostSteps = 100_000;
        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m < MostSteps; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < Enough)
            {
                break;
            }
        }

        return result;
    }

    /// <summary>Stirling's series, shifted to where it is exact to fourteen digits.</summary>
    private static double LogGamma(double x)
    {
        const double Shifted = 15;
        var product = 0.0;
        for (; x < Shifted; x++)
        {
            product += Math.Log(x);
        }

        var inverse = 1 / (x * x);
        var series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - product;
    }
}

/// <summary>How a rate compares with what it was.</summary>
/// <param name="Expected">How many recent events there would be at the rate of before.</param>
/// <param name="Chance">How likely at least as many recent events are where nothing has changed, from 0 to 1.</param>
/// <param name="IsRising">Whether it rises.</param>
public sealed record RateChange(double Expected, double Chance, bool IsRising);
