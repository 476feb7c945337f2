using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;

namespace KbApi.Server.Http;

/// <summary>
/// The answers that were made from one snapshot, by what was asked. Bounded by bytes: there are a young and an old generation of at most
/// <see cref="MaxBytes"/> together; when the young one is full it becomes the old, and what was in that and has not been asked for since is
/// forgotten. Gone with its snapshot.
/// </summary>
internal sealed class AnswerCache
{
    /// <summary>The most that all answers take together, with what they are found by.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int MaxGenerationBytes = MaxBytes / 2;
    private const int MaxAnswerBytes = MaxGenerationBytes / 16;

    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>What its answers take, roughly.</summary>
    public int Bytes => _young.Bytes + _old.Bytes;

    /// <summary>The answer to a request, or null where it is to be made.</summary>
    public CachedAnswer? Find(HttpContext context)
    {
        var key = Key.Of(context);
        if (_young.Answers.TryGetValue(key, out var answer))
        {
            return answer;
        }

        if (_old.Answers.TryGetValue(key, out answer))
        {
            Keep(key, answer);
        }

        return answer;
    }

    public void Keep(HttpContext context, CachedAnswer answer) => Keep(Key.Of(context), answer);

    private void Keep(Key key, CachedAnswer answer)
    {
        var size = answer.Size + key.Size;
        if (size > MaxAnswerBytes)
        {
            return;
        }

        var young = _young;
        if (young.Bytes + size > MaxGenerationBytes)
        {
            // Of several requests that find it full one replaces it.
            var next = new Generation();
            if (Interlocked.CompareExchange(ref _young, next, young) == young)
            {
                _old = young;
            }

            young = _young;
        }

        young.Add(key, answer, size);
    }

    /// <summary>Answers that were first or last asked for at about the same time.</summary>
    private sealed class Generation
    {
        private int _bytes;

        public ConcurrentDictionary<Key, CachedAnswer> Answers { get; } = new();

        public int Bytes => Volatile.Read(ref _bytes);

        public void Add(Key key, CachedAnswer answer, int size)
        {
            if (Answers.TryAdd(key, answer))
            {
                Interlocked.Add(ref _bytes, size);
            }
        }
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
