using System.Diagnostics;
using System.Globalization;

namespace KbApi.Content.Tests.Syntax;

/// <summary>
/// A megabyte of anything takes less than two seconds of a processor and 200 MB. A process of its own reads them, on a heap that is
/// not allowed to grow larger; its processor time is no longer where other programs are busy.
/// </summary>
public sealed class HostileMegabyteTests(HostileMegabyteTests.Readings readings) : IClassFixture<HostileMegabyteTests.Readings>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Shapes => [.. Fuzzing.HostileShapes.All.Keys];

    /// <summary>What is bounded before the parser sees it, and the finding that says so.</summary>
    public static TheoryData<string, string> Bounded => new()
    {
        { "quotes in quotes", "KB1006" },
        { "lists in lists", "KB1006" },
        { "brackets", "KB1007" },
        { "images", "KB1007" },
        { "bold that never ends", "KB1007" },
        { "processing instructions", "KB1007" },
        { "declarations", "KB1007" },
        { "character data", "KB1007" },
        { "many headings", "KB1012" },
        { "many tables", "KB1013" },
        { "underlines", "KB1013" },
        { "cells of tags", "KB1014" },
        { "cells of tags that span", "KB1014" },
        { "one row of very many cells", "KB1015" },
        { "long rows among short ones", "KB1015" },
        { "link definitions", "KB1016" },
        { "link definitions that are none", "KB1016" },
        { "headings without a blank", "KB1017" },
        { "front matter of flows", "KB1009" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_megabyte_is_read_within_two_seconds_and_200_megabytes(string shape)
    {
        var reading = readings.Of(shape);

        Assert.Equal("", reading.Thrown);
        Assert.True(reading.ProcessorTime < Limit, $"{shape}: {reading.ProcessorTime.TotalSeconds:F1} s");
    }

    [Theory]
    [MemberData(nameof(Bounded))]
    public void What_is_refused_is_reported(string shape, string id) => Assert.Contains(id, readings.Of(shape).Findings);

    /// <summary>One run of the process over all shapes.</summary>
    public sealed class Readings
    {
        private const string HeapLimit = "0xBEBC200";

        private readonly Dictionary<string, Reading> _readings = [];

        public Readings()
        {
            var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KbApi.Fuzzing.dll"), "hostile"]) { RedirectStandardOutput = true, UseShellExecute = false };
            info.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
            using var process = Process.Start(info)!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                var fields = line.Split('\t');
                _readings.Add(fields[0], new Reading(TimeSpan.FromMilliseconds(double.Parse(fields[1], CultureInfo.InvariantCulture)), fields[2].Split(','), fields[3]));
            }

            process.WaitForExit();
        }

        internal Reading Of(string shape) =>
            _readings.GetValueOrDefault(shape) ?? throw new InvalidOperationException($"The process ended before it came to '{shape}'.");
    }

    internal sealed record Reading(TimeSpan ProcessorTime, string[] Findings, string Thrown);
}
