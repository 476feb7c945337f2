using System.Globalization;
using KbApi.InputFuzzing;

namespace KbApi.Server.Tests.Security;

/// <summary>
/// A short run of what fuzzes readers of strangers' input: its seeds, and so many changes of them. Longer runs:
/// <c>dotnet run -c Release --project tests/KbApi.InputFuzzing -- run all --seconds 600</c>, and <c>tests/KbApi.InputFuzzing/afl.sh</c>.
/// </summary>
public sealed class InputFuzzingTests
{
    private const int Count = 300;

    public static TheoryData<string> Targets => [.. new FuzzTargets().All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_input_makes_a_reader_fail(string name)
    {
        var target = new FuzzTargets().All.Single(t => t.Name == name);
        var seeds = TargetRun.SeedsOf(target);
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        Assert.NotEmpty(seeds);
        Assert.True(new TargetRun(target, seeds, output).Run(1, Count) == 0, output.ToString());
    }

    [Fact]
    public void A_reader_that_fails_is_found()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var target = new FuzzTarget("fragile", bytes =>
        {
            if (bytes.Contains((byte)'<'))
            {
                throw new InvalidOperationException("here");
            }
        }, "<");

        Assert.Equal(1, new TargetRun(target, ["seed"u8.ToArray()], output).Run(1, Count));
        Assert.Contains("fragile, seed ", output.ToString(), StringComparison.Ordinal);
    }
}
