using System.Globalization;
using FsCheck.Xunit;

namespace KbApi.Tests;

/// <summary>
/// A property that is tested with the same values every time, so that a commit that passes here passes everywhere. With
/// <c>KB_EXPLORE=N</c> it is tested with N times as many values, new ones each time; what fails prints its seed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeededPropertyAttribute : PropertyAttribute
{
    private const string Seed = "20261127,31003";
    private const int DefaultTests = 100;

    public SeededPropertyAttribute()
    {
        Replay = Exploration.IsOn ? null : Seed;
        MaxTest = DefaultTests;
    }

    /// <summary>How many values a run tests that does not explore.</summary>
    public new int MaxTest
    {
        get => base.MaxTest / Exploration.Times;
        set => base.MaxTest = value * Exploration.Times;
    }
}

/// <summary>Whether a run of the tests looks for what nobody has seen yet, and how long.</summary>
internal static class Exploration
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("KB_EXPLORE") is { Length: > 0 };

    public static int Times { get; } = int.TryParse(Environment.GetEnvironmentVariable("KB_EXPLORE"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
}
