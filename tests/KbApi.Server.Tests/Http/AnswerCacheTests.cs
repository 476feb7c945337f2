using System.Globalization;
using KbApi.Server.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KbApi.Server.Tests.Http;

public sealed class AnswerCacheTests
{
    [Fact]
    public void It_never_takes_more_than_its_bound_and_forgets_what_was_not_asked_for()
    {
        var cache = new AnswerCache();
        cache.Keep(Ask("/popular"), Answer(1000));
        cache.Keep(Ask("/forgotten"), Answer(1000));
        for (var i = 0; i < 2000; i++)
        {
            cache.Keep(Ask("/" + i.ToString(CultureInfo.InvariantCulture)), Answer(50_000));
            Assert.InRange(cache.Bytes, 50_000, AnswerCache.MaxBytes);
            Assert.NotNull(cache.Find(Ask("/popular")));
        }

        Assert.NotNull(cache.Find(Ask("/1999")));
        Assert.Null(cache.Find(Ask("/0")));
        Assert.Null(cache.Find(Ask("/forgotten")));
    }

    [Fact]
    public void It_stays_within_its_bound_when_many_keep_at_the_same_time()
    {
        var cache = new AnswerCache();
        Parallel.For(0, 2000, i => cache.Keep(Ask("/" + i.ToString(CultureInfo.InvariantCulture)), Answer(50_000)));

        // As many as keep at the same moment may each be one answer too much.
        Assert.InRange(cache.Bytes, AnswerCache.MaxBytes / 4, AnswerCache.MaxBytes + (Environment.ProcessorCount * 4 * 51_000));
    }

    [Fact]
    public void A_huge_answer_is_not_kept()
    {
        var cache = new AnswerCache();
        cache.Keep(Ask("/huge"), Answer(2 * 1024 * 1024));

        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void Headers_that_an_answer_depends_on_tell_requests_apart()
    {
        var cache = new AnswerCache();
        cache.Keep(Ask("/a", language: "sv"), Answer(10));

        Assert.NotNull(cache.Find(Ask("/a", language: "sv")));
        Assert.Null(cache.Find(Ask("/a", language: "en")));
        Assert.Null(cache.Find(Ask("/b", language: "sv")));
    }

    private static CachedAnswer Answer(int bytes) => new(new AnswerBody(new byte[bytes], "application/json", IsTruncated: false), "\"tag\"", "snapshot", route: null, new HeaderDictionary());

    private static DefaultHttpContext Ask(string target, string language = "en")
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.Headers.AcceptLanguage = language;
        return context;
    }
}
