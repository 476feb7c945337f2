using System.Reflection;
using KbApi.Content.Model;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Http;

/// <summary>What every handler of the API needs to know of its request: the snapshot to answer from and the locale to answer in.</summary>
internal sealed class ApiRequest(HttpContext context, Snapshot snapshot, RequestLocale locale)
{
    public HttpContext Context { get; } = context;

    public KnowledgeBase KnowledgeBase { get; } = snapshot.KnowledgeBase;

    public RequestLocale Locale { get; } = locale;

    /// <summary>Takes what <see cref="ApiMiddleware"/> found out; the parameter of handlers is bound by this.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(context.Features.Get<ApiRequest>());
    }

    /// <summary>Says which languages the answer is in.</summary>
    public void SetLanguage(params IEnumerable<LocaleTag> locales) =>
        Context.Response.Headers.ContentLanguage = string.Join(", ", locales.Select(l => l.Value).Distinct());
}
