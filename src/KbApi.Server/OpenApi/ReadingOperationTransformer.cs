using System.Text.Json.Nodes;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Writes into the contract what all reading operations have in common: the locale, caching, and how they fail.</summary>
internal sealed class ReadingOperationTransformer : IOpenApiOperationTransformer
{
    private const string ProblemJson = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().Any())
        {
            return;
        }

        var isPaged = operation.OperationId is "listEntries" or "listArticles" or "listChanges" or "listDiagnostics" or "search";
        operation.Parameters = [.. operation.Parameters ?? [], .. LocaleParameters(), .. isPaged ? PageParameters() : []];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        context.Document?.AddComponent(nameof(ProblemDetails), problem);
        operation.Responses ??= [];
        DescribeSuccess(operation, isPaged);
        if (operation.OperationId == "getCode")
        {
            await DescribeCodeAnswerAsync(operation, context, cancellationToken);
        }

        if (operation.Responses.GetValueOrDefault("200") is OpenApiResponse answer && EndpointOf(context).MediaTypes.Length > 1)
        {
            foreach (var mediaType in EndpointOf(context).MediaTypes.Where(m => m != Representations.Json))
            {
                answer.Content![mediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }

        operation.Responses["304"] = new OpenApiResponse { Description = "The client has this answer already (`If-None-Match`)." };
        AddProblem(operation, context, "400", "A parameter can't be used; `errors` names it.");
        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            AddProblem(operation, context, "404", operation.OperationId == "getCode"
                ? "The code is not documented; `nearest` and `family` name codes that are. Or it is not there in the locale, with `fallback=none`."
                : "There is nothing with this id, or not in the locale, with `fallback=none`.");
        }

        AddProblem(operation, context, "406", "None of the accepted media types can be had.");
        if (isPaged)
        {
            AddProblem(operation, context, "410", "The content has changed so that the cursor leads nowhere; begin again without it.");
        }

        if (operation.OperationId == "listChanges")
        {
            AddProblem(operation, context, "410", "The snapshot or the cursor is no longer known.");
        }
        else if (operation.OperationId == "resolveMessage")
        {
            AddProblem(operation, context, "404", "No entry has the message.");
        }

        AddProblem(operation, context, "414", "Path and query together have more than 4,096 characters.");
        AddProblem(operation, context, "503", "No content is loaded yet; try again after `Retry-After` seconds.");
    }

    private static ApiEndpoint EndpointOf(OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiEndpoint>().First();

    private static IEnumerable<IOpenApiParameter> LocaleParameters()
    {
        yield return Query("locale", "The locale of the answer (BCP 47). Wins over `Accept-Language`; falls back by language, then to the default locale.", "sv-SE");
        var fallback = Query("fallback", "What may stand in where there is no text in the locale: a whole `entry` of another locale, single `field`s, or `none`.", "entry");
        ((OpenApiSchema)fallback.Schema!).Enum = [JsonValue.Create("entry"), JsonValue.Create("field"), JsonValue.Create("none")];
        ((OpenApiSchema)fallback.Schema!).Default = JsonValue.Create("entry");
        yield return fallback;
        var detail = Query("detail", "How much the answer says: `brief` is what it is and what to do, `full` also what it refers to.", "standard");
        ((OpenApiSchema)detail.Schema!).Enum = [JsonValue.Create("brief"), JsonValue.Create("standard"), JsonValue.Create("full")];
        ((OpenApiSchema)detail.Schema!).Default = JsonValue.Create("standard");
        yield return detail;
        yield return new OpenApiParameter
        {
            Name = "maxTokens",
            In = ParameterLocation.Query,
            Description = "How many tokens the body may have; one token is counted for every three bytes of UTF-8. What is left out is the least important, "
                + "texts end with a sentence, and `truncated` and the header `Kb-Truncated` say so.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "64", Maximum = "1000000" },
        };
        yield return new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "The languages of the reader, where `locale` is not given.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create("sv, en;q=0.5"),
        };
        yield return new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = "The `ETag` of the answer that the client has.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }

    private static IEnumerable<IOpenApiParameter> PageParameters()
    {
        var limit = Query("limit", "How many items a page has.", null);
        limit.Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = "1",
            Maximum = "100",
            Default = JsonValue.Create(Paging.DefaultLimit),
        };
        yield return limit;
        yield return Query("cursor", "Where the page begins: `nextCursor` of the page before.", null);
    }

    private static OpenApiParameter Query(string name, string description, string? example) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example is null ? null : JsonValue.Create(example),
    };

    private static void DescribeSuccess(OpenApiOperation operation, bool isPaged)
    {
        if (operation.Responses!.GetValueOrDefault("200") is not OpenApiResponse ok)
        {
            return;
        }

        ok.Description = "The answer.";
        ok.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["ETag"] = Header("Identifies this answer; strong."),
            ["Kb-Snapshot"] = Header("The snapshot that it was made from."),
            ["Content-Language"] = Header("The locales that it is in."),
            ["Cache-Control"] = Header("Caches keep answers and ask each time whether they still hold."),
            ["Kb-Truncated"] = Header("`true` where parts are left out to keep to `maxTokens`; absent otherwise."),
            ["Vary"] = Header("The request headers that it depends on."),
        };
        if (isPaged)
        {
            ok.Headers["Link"] = Header("The address of the next page, `rel=\"next\"`; absent on the last.");
        }
    }

    /// <summary>A code with one entry answers with it, one with several with all of them.</summary>
    private static async Task DescribeCodeAnswerAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var matches = await context.GetOrCreateSchemaAsync(typeof(CodeMatches), null, cancellationToken);
        ((OpenApiSchema)matches.Properties!["matches"]).Items = new OpenApiSchemaReference(nameof(EntryResponse), context.Document);
        context.Document?.AddComponent(nameof(CodeMatches), matches);
        var ok = (OpenApiResponse)operation.Responses!["200"];
        ok.Headers!["Content-Location"] = Header("The address of the entry, where there is one.");
        ok.Content!["application/json"].Schema = new OpenApiSchema
        {
            OneOf = [new OpenApiSchemaReference(nameof(EntryResponse), context.Document), new OpenApiSchemaReference(nameof(CodeMatches), context.Document)],
        };
    }

    private static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static void AddProblem(OpenApiOperation operation, OpenApiOperationTransformerContext context, string status, string description) =>
        operation.Responses![status] = new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemJson] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) },
            },
        };
}
