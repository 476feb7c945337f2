using KbApi.Search.Indexing;

namespace KbApi.Search.Tests.Indexing;

public sealed class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Results_come_in_the_order_of_what_they_are_made_of(int parallelism)
    {
        var made = OrderedWork.Map(Enumerable.Range(0, 200), i => i * 2, parallelism, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 200).Select(i => i * 2), made);
    }

    [Fact]
    public void No_more_is_made_than_a_few_ahead()
    {
        var read = 0;

        Assert.Equal(0, OrderedWork.Map(Endless(), i => i, parallelism: 2, CancellationToken.None).First());
        Assert.InRange(read, 1, 6);

        IEnumerable<int> Endless()
        {
            while (true)
            {
                yield return read++;
            }
        }
    }

    [Fact]
    public void Alone_it_works_on_the_thread_that_asks()
    {
        var here = Environment.CurrentManagedThreadId;

        var threads = OrderedWork.Map(Enumerable.Range(0, 20), _ => Environment.CurrentManagedThreadId, parallelism: 1, CancellationToken.None);

        Assert.All(threads, thread => Assert.Equal(here, thread));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_fails_fails_where_its_result_is_taken(int parallelism)
    {
        static int Make(int number) => number == 3 ? throw new InvalidOperationException("three") : number;
        var taken = new List<int>();

        var failure = Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var made in OrderedWork.Map(Enumerable.Range(0, 10), Make, parallelism, CancellationToken.None))
            {
                taken.Add(made);
            }
        });

        Assert.Equal("three", failure.Message);
        Assert.Equal([0, 1, 2], taken);
    }
}
