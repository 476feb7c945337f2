using System.Text.Json.Serialization;

namespace KbApi.Benchmarks.Running;

/// <summary>What was measured, beside its peer.</summary>
/// <param name="What">What was measured.</param>
internal sealed record Figure(string What)
{
    /// <summary>What ours took, with its unit.</summary>
    public string? Ours { get; init; }

    /// <summary>What the peer took, with its name and unit; null where nothing does the same.</summary>
    public string? Peer { get; init; }

    /// <summary>Ours for each of the peer's.</summary>
    public double? Ratio { get; init; }

    /// <summary>What the figure was to be.</summary>
    public Goal? Goal { get; init; }

    /// <summary>What else is to be known.</summary>
    public string? Note { get; init; }

    /// <summary>What is not on this machine that the figure needs.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether there is a figure.</summary>
    [JsonIgnore]
    public bool IsMeasured => Needs is null && Ours is not null;

    /// <summary>A figure that can't be taken on this machine.</summary>
    public static Figure NotMeasured(string what, string needs) => new(what) { Needs = needs };
}

/// <summary>Figures of one kind, under one heading.</summary>
/// <param name="Caption">What they have in common.</param>
/// <param name="Rows">The figures.</param>
internal sealed record FigureTable(string Caption, IReadOnlyList<Figure> Rows);
