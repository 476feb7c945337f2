using System.Diagnostics;
using System.Globalization;
using System.Resources;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KbApi.Server.Problems;

/// <summary>Makes the problem documents (RFC 9457) that the API answers with, in the language of the caller.</summary>
internal static class ApiProblem
{
    private const int MaxValueLength = 100;

    private static readonly ResourceManager Texts = new("KbApi.Server.Problems.Texts", typeof(ApiProblem).Assembly);

    /// <summary>A problem of a kind.</summary>
    /// <param name="context">The request that has it.</param>
    /// <param name="type">The kind.</param>
    /// <param name="values">What the kind's detail text names, in the order of its places.</param>
    public static ProblemHttpResult Create(HttpContext context, ProblemType type, params object[] values) =>
        Create(context, type, new Dictionary<string, object?>(), values);

    /// <summary>A problem of a kind, with members of its own.</summary>
    public static ProblemHttpResult Create(HttpContext context, ProblemType type, IDictionary<string, object?> extensions, params object[] values)
    {
        var culture = ProblemCulture.Of(context);
        var problem = Describe(context, type, extensions, values);
        problem.Instance = context.Request.Path + context.Request.QueryString;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentLanguage = culture.TwoLetterISOLanguageName == "sv" ? "sv" : "en";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        return TypedResults.Problem(problem);
    }

    /// <summary>The problem document alone, as one line of an answer has it.</summary>
    public static ProblemDetails Describe(HttpContext context, ProblemType type, IDictionary<string, object?> extensions, params object[] values)
    {
        var culture = ProblemCulture.Of(context);
        var problem = new ProblemDetails
        {
            Type = UriOf(context.Request, type),
            Title = Text(type, "Title", culture),
            Status = type.Status,
            Detail = string.Format(culture, Text(type, "Detail", culture), values),
        };
        foreach (var (name, value) in extensions)
        {
            problem.Extensions[name] = value;
        }

        problem.Extensions["code"] = type.Code;
        problem.Extensions["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier;
        return problem;
    }

    /// <summary>A parameter of the query or path that can't be used.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="expected">The name of the text that says what is expected.</param>
    /// <param name="values">What that text names.</param>
    public static ProblemHttpResult InvalidParameter(HttpContext context, string parameter, string expected, params object[] values) =>
        InvalidParameters(context, [new InvalidParameter(parameter, expected, values)]);

    /// <summary>Parameters that can't be used; at least one.</summary>
    public static ProblemHttpResult InvalidParameters(HttpContext context, IReadOnlyList<InvalidParameter> parameters)
    {
        var culture = ProblemCulture.Of(context);
        var errors = parameters.Select(p => new ProblemErrorResponse { Parameter = p.Parameter, Detail = Expectation(p.Expected, p.Values, culture) }).ToArray();
        var extensions = new Dictionary<string, object?> { ["errors"] = errors };
        return Create(context, ProblemType.InvalidParameter, extensions, errors[0].Parameter!, errors[0].Detail);
    }

    /// <summary>What is wrong with a body, as a member of a problem.</summary>
    public static Dictionary<string, object?> ErrorsOf(HttpContext context, IReadOnlyList<InvalidField> fields)
    {
        var culture = ProblemCulture.Of(context);
        return new Dictionary<string, object?>
        {
            ["errors"] = fields.Select(f => new ProblemErrorResponse { Pointer = f.Pointer, Detail = Expectation(f.Expected, f.Values, culture) }).ToArray(),
        };
    }

    private static string Expectation(string expected, object[] values, CultureInfo culture) =>
        string.Format(culture, Text("Expected_" + expected, culture), [.. values.Select(Shortened)]);

    /// <summary>A value as an answer may repeat it.</summary>
    private static object Shortened(object value) => value is string text ? Beginning.Of(text, MaxValueLength, "\u2026") : value;

    public static string Title(ProblemType type, CultureInfo culture) => Text(type, "Title", culture);

    /// <summary>What is wrong, in words that name no value.</summary>
    public static string DetailOf(ProblemType type, CultureInfo culture) => string.Format(culture, Text(type, "Detail", culture), "", "");

    private static string UriOf(HttpRequest request, ProblemType type) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}/v1/entries/{ProblemType.ArticleId}/{type.Anchor}";

    private static string Text(ProblemType type, string part, CultureInfo culture) => Text($"{type.Anchor}_{part}", culture);

    private static string Text(string name, CultureInfo culture) =>
        Texts.GetString(name, culture) ?? throw new MissingManifestResourceException($"No text is named '{name}'; add it to Problems/Texts.resx.");
}
