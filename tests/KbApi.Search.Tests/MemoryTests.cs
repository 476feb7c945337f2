using System.Runtime.CompilerServices;
using KbApi.Search.Tests.Support;

namespace KbApi.Search.Tests;

/// <summary>An index is gone when nobody holds it: a server makes a new one after every change of content.</summary>
public sealed class MemoryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_holds_an_index_that_was_searched(bool isDisposed)
    {
        var index = SearchAndForget(isDisposed);

        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(index.IsAlive);
    }

    [Theory]
    [InlineData("qq-QQ")]
    [InlineData("xx")]
    public void A_language_that_nothing_is_known_of_is_searched_as_the_default(string locale)
    {
        using var index = Indexes.OfRows("en-US", "The printers print blank pages | It is out of ink. | Replace the cartridge.");

        Assert.Equal(["The printers print blank pages"], index.Titles("printing", locale));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference SearchAndForget(bool isDisposed)
    {
        var index = Indexes.OfRows("sv-SE", "Lösenordet är fel | Det är gammalt. | Byt lösenord.");
        Assert.NotEmpty(index.Titles("lösenord fel", "sv-SE"));
        if (isDisposed)
        {
            index.Dispose();
        }

        return new WeakReference(index);
    }
}
