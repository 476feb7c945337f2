using System.Reflection;
using System.Text.Json;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Documents;
using KbApi.Server.Snapshots;

namespace KbApi.Server.Http;

/// <summary>What every handler of the API needs to know of its request: the snapshot to answer from, and how to answer.</summary>
internal sealed class ApiRequest(HttpContext context, Snapshot snapshot, RequestLocale locale) : AnswerScope(snapshot, locale)
{
    public HttpContext Context { get; } = context;

    /// <summary>The media type of the answer: the best that the request accepts and the endpoint offers.</summary>
    public required string MediaType { get; init; }

    /// <summary>How many tokens the body may have, or null where there is no limit.</summary>
    public required int? MaxTokens { get; init; }

    /// <summary>How answers become JSON.</summary>
    public required JsonSerializerOptions Json { get; init; }

    /// <summary>How many items a page has, where the answer is one.</summary>
    public required int Limit { get; init; }

    /// <summary>Makes HTML of texts.</summary>
    public required HtmlFragment Html { get; init; }

    /// <summary>How many bytes the body may have, or null where there is no limit.</summary>
    public int? MaxBytes => MaxTokens is { } tokens ? TokenEstimate.BytesFor(tokens) : null;

    /// <summary>Whether the answer tells how long it took, so that it is not kept.</summary>
    public bool IsTimed { get; } = context.GetEndpoint()?.Metadata.GetMetadata<TimedAnswer>() is not null;

    /// <summary>Whether the answer has nothing of what was searched for.</summary>
    public bool IsUnanswered { get; set; }

    /// <summary>The answer, where it is one that may be kept.</summary>
    public AnswerBody? Answer { get; set; }

    /// <summary>Takes what <see cref="ApiMiddleware"/> found out; the parameter of handlers is bound by this.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        return ValueTask.FromResult(context.Features.Get<ApiRequest>());
    }

    /// <summary>Takes the locale that a body names, which wins over those of the query and the headers.</summary>
    public void UseLocale(LocaleTag locale) => Locale = RequestLocale.Of(locale, acceptLanguage: null, Locale.Fallback, KnowledgeBase);

    /// <summary>Says which languages the answer is in.</summary>
    public void SetLanguage(params IEnumerable<LocaleTag> locales)
    {
        // One language is the rule, and a list of it is made for nothing.
        List<string> names = [];
        foreach (var tag in locales)
        {
            if (!names.Contains(tag.Value))
            {
                names.Add(tag.Value);
            }
        }

        Context.Response.Headers.ContentLanguage = names is [var only] ? only : string.Join(", ", names);
    }
}
