using System.Text.Json.Serialization;

namespace KbApi.Benchmarks.Running;

/// <summary>What a figure was to be, and whether it is.</summary>
/// <param name="Text">The limit, in words.</param>
/// <param name="IsMet">Whether the figure keeps to it.</param>
internal sealed record Goal(string Text, bool IsMet)
{
    /// <summary>The verdict, in a word.</summary>
    [JsonIgnore]
    public string Verdict => IsMet ? "met" : "missed";

    public static Goal AtMost(double limit, double value, string unit = "") => new(Write("≤", limit, unit), value <= limit);

    public static Goal AtLeast(double limit, double value, string unit = "") => new(Write("≥", limit, unit), value >= limit);

    private static string Write(string sign, double limit, string unit) => $"{sign} {Numbers.Write(limit)}{(unit.Length == 0 ? "" : " " + unit)}";
}
