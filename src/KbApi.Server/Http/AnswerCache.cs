using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;

namespace KbApi.Server.Http;

/// <summary>
/// The answers that were made from one snapshot, by what was asked. Bounded: what has not been asked for while as much again was is
/// forgotten. Gone with its snapshot.
/// </summary>
internal sealed class AnswerCache
{
    private const int MaxBytes = 16 * 1024 * 1024;

    private ConcurrentDictionary<Key, CachedAnswer> _young = new();
    private ConcurrentDictionary<Key, CachedAnswer> _old = new();
    private int _bytes;

    /// <summary>The answer to a request, or null where it is to be made.</summary>
    public CachedAnswer? Find(HttpContext context)
    {
        var key = Key.Of(context);
        if (_young.TryGetValue(key, out var answer))
        {
            return answer;
        }

        if (_old.TryGetValue(key, out answer))
        {
            Keep(key, answer);
        }

        return answer;
    }

    public void Keep(HttpContext context, CachedAnswer answer) => Keep(Key.Of(context), answer);

    private void Keep(Key key, CachedAnswer answer)
    {
        if (answer.Size > MaxBytes / 16 || !_young.TryAdd(key, answer) || Interlocked.Add(ref _bytes, answer.Size + key.Size) <= MaxBytes)
        {
            return;
        }

        _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<Key, CachedAnswer>());
        Interlocked.Exchange(ref _bytes, 0);
    }

    /// <summary>All of a request that its answer depends on.</summary>
    private readonly record struct Key(string Target, string Host, string Scheme, string Accept, string AcceptLanguage)
    {
        public int Size => 2 * (Target.Length + Host.Length + Accept.Length + AcceptLanguage.Length);

        public static Key Of(HttpContext context)
        {
            var request = context.Request;
            var headers = request.Headers;
            return new Key(
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                request.Host.Value ?? "",
                request.Scheme,
                headers.Accept.ToString(),
                headers.AcceptLanguage.ToString());
        }
    }
}
