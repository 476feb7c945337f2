using KbApi.Reports.Insights;

namespace KbApi.Reports.Tests.Insights;

public class RateTestTests
{
    /// <summary>Chances from R: <c>pbinom(recent - 1, recent + before, share, lower.tail = FALSE)</c>.</summary>
    [Theory]
    [InlineData(10, 10, 0.5, 0.588098526)]
    [InlineData(5, 0, 0.25, 0.0009765625)]
    [InlineData(3, 1, 0.5, 0.3125)]
    [InlineData(60, 40, 0.5, 0.0284439668)]
    [InlineData(0, 7, 0.25, 1)]
    public void A_chance_is_that_of_the_binomial_distribution(long recent, long before, double share, double chance) =>
        Assert.Equal(chance, RateTest.Compare(recent, before, share).Chance, 1e-9);

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(20, 15, true)]
    [InlineData(10, 30, false)]
    [InlineData(1_000_000, 2_700_000, false)]
    [InlineData(1_000_000_000, 1_000_000_000, true)]
    public void Something_rises_where_it_is_frequent_enough_and_its_rate_has_doubled(long recent, long before, bool isRising) =>
        Assert.Equal(isRising, RateTest.Compare(recent, before, 0.25).IsRising);

    [Fact]
    public void The_expected_number_is_that_of_the_rate_before() => Assert.Equal(7, RateTest.Compare(1, 21, 0.25).Expected, 1e-12);
}
