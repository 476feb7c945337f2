using KbApi.Server.Contracts;
using KbApi.Server.Http;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>What operations answer with: statuses, headers, representations.</summary>
internal static class OperationResponses
{
    public const string ProblemJson = "application/problem+json";

    /// <summary>Whether an operation answers in pages.</summary>
    public static bool IsPaged(string? operation) => operation is "listEntries" or "listArticles" or "listChanges" or "listDiagnostics" or "search" or "listReports" || IsOfInsights(operation);

    /// <summary>Whether an operation is about what was counted.</summary>
    public static bool IsOfInsights(string? operation) => operation is "listGaps" or "listTrends";

    /// <summary>Whether an operation is about reports that are kept.</summary>
    public static bool IsOfReports(string? operation) => operation is "createReport" or "listReports" or "getReport" or "deleteReport" or "deleteReports" or "addFeedback";

    /// <summary>What a server with a queue answers.</summary>
    private static void DescribeQueued(OpenApiOperation operation)
    {
        if (operation.Responses?.GetValueOrDefault("202") is OpenApiResponse queued)
        {
            queued.Description = operation.OperationId == "createReport" ? "The queue has the report; it is classified and kept within moments." : "The report may be waiting in the queue.";
            queued.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Location"] = Header("The address of the report."),
                ["Retry-After"] = Header("In how many seconds it is worth asking that address."),
                ["Cache-Control"] = Header("`no-store`: it is another answer in a moment."),
            };
        }
    }

    public static void DescribeSuccess(OpenApiOperation operation, ApiEndpoint endpoint, bool isPaged)
    {
        DescribeQueued(operation);
        if ((operation.Responses?.GetValueOrDefault("200") ?? operation.Responses?.GetValueOrDefault("201") ?? operation.Responses?.GetValueOrDefault("204")) is not OpenApiResponse ok)
        {
            return;
        }

        var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Kb-Snapshot"] = Header("The snapshot that it was made from."),
            ["Content-Language"] = Header("The locales that it is in."),
            ["Vary"] = Header("The request headers that it depends on."),
        };
        ok.Description = operation.OperationId switch
        {
            "createReport" => "The report is kept, and this is what the knowledge base says to it.",
            "deleteReport" => "The report is deleted.",
            "deleteReports" => "The reports are deleted.",
            "addFeedback" => "The feedback is kept.",
            _ => "The answer.",
        };
        ok.Headers = headers;
        if (operation.OperationId is "deleteReport" or "deleteReports" or "addFeedback")
        {
            headers.Remove("Content-Language");
        }
        else if (!endpoint.MediaTypes.Contains(Representations.JsonLines))
        {
            headers["Kb-Truncated"] = Header("`true` where parts are left out to keep to `maxTokens`; absent otherwise.");
        }

        if (operation.OperationId == "createReport")
        {
            headers["Location"] = Header("The address of the report.");
            headers["Idempotent-Replayed"] = Header("`true` where the report was kept before, for the same `Idempotency-Key`; absent otherwise.");
        }

        if (IsOfInsights(operation.OperationId))
        {
            headers["ETag"] = Header("Identifies this answer; strong, made of its bytes.");
            headers["Cache-Control"] = Header("`private, no-cache`: the client may keep it and ask whether it still holds.");
            headers["Link"] = Header("The address of the next page, `rel=\"next\"`; absent on the last.");
            operation.Responses!["304"] = new OpenApiResponse { Description = "The client has this answer already (`If-None-Match`)." };
            return;
        }

        if (operation.OperationId == "listReports")
        {
            headers["Link"] = Header("The address of the next page, `rel=\"next\"`; absent on the last.");
        }

        if (!endpoint.IsReading)
        {
            headers["Cache-Control"] = Header("`no-store`: what is asked is nobody else's.");
            if (endpoint.MediaTypes.Contains(Representations.Sarif))
            {
                ok.Content![Representations.Sarif] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "SARIF 2.1.0." } };
            }

            return;
        }

        headers["ETag"] = Header(operation.OperationId == "search" ? "Identifies this answer; weak, since it tells how long it took." : "Identifies this answer; strong.");
        headers["Cache-Control"] = Header("Caches keep answers and ask each time whether they still hold.");
        if (isPaged)
        {
            headers["Link"] = Header("The address of the next page, `rel=\"next\"`; absent on the last.");
        }

        foreach (var mediaType in endpoint.MediaTypes.Where(m => m != Representations.Json))
        {
            ok.Content![mediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        operation.Responses!["304"] = new OpenApiResponse
        {
            Description = "The client has this answer already (`If-None-Match`).",
            Headers = headers.Where(h => h.Key is "ETag" or "Kb-Snapshot" or "Cache-Control" or "Vary").ToDictionary(StringComparer.Ordinal),
        };
    }

    public static void AddProblems(OpenApiOperation operation, ApiEndpoint endpoint, bool hasPath, bool isPaged, OpenApiDocument? document)
    {
        void Add(string status, string description) => AddProblem(operation, document, status, description);

        var hasBody = operation.RequestBody is not null;
        Add("400", !hasBody || operation.OperationId == "analyzeLog" ? "A parameter can't be used; `errors` names it." : "The body is no JSON, or a parameter can't be used; `errors` says where.");
        if (hasPath)
        {
            Add("404", operation.OperationId == "getCode"
                ? "The code is not documented; `nearest` and `family` name codes that are. Or it is not there in the locale, with `fallback=none`."
                : IsOfReports(operation.OperationId) ? "There is no such report, or the server keeps none."
                : "There is nothing with this id, or not in the locale, with `fallback=none`.");
        }
        else if (operation.OperationId is "createReport" or "listReports" or "deleteReports")
        {
            Add("404", "The server keeps no reports.");
        }
        else if (operation.OperationId == "resolveMessage")
        {
            Add("404", "No entry has the message.");
        }

        if (operation.OperationId == "createReport")
        {
            Add("409", "A request with the same `Idempotency-Key` is being answered; try again after `Retry-After` seconds.");
        }

        if (IsOfInsights(operation.OperationId))
        {
            Add("404", "The server keeps no reports.");
        }

        Add("406", "None of the accepted media types can be had.");
        if (isPaged && operation.OperationId != "listReports")
        {
            Add("410", operation.OperationId is "listChanges" or "listEntries"
                ? "The snapshot or the cursor is no longer known."
                : "The content has changed so that the cursor leads nowhere; begin again without it.");
        }

        if (hasBody)
        {
            Add("413", "The body is too large.");
        }

        Add("414", "Path and query together have more than 4,096 characters.");
        if (hasBody)
        {
            Add("415", "The body has a media type that is not read.");
        }

        if (operation.OperationId == "analyzeLog")
        {
            Add("422", "The body is no event log.");
        }
        else if (operation.OperationId == "classify")
        {
            Add("422", "The body is JSON, but no report; `errors` names what is wrong by JSON pointer.");
        }

        else if (operation.OperationId == "createReport")
        {
            Add("422", "The body is JSON, but no report; `errors` names what is wrong by JSON pointer. Or the `Idempotency-Key` belongs to another report.");
        }
        else if (operation.OperationId == "deleteReports")
        {
            Add("422", "The body is JSON, but does not say what to delete; `errors` names what is wrong by JSON pointer.");
        }
        else if (operation.OperationId == "addFeedback")
        {
            Add("422", "The body is JSON, but no feedback; `errors` names what is wrong by JSON pointer.");
        }

        Add("429", "This address has made more requests than it may; try again after `Retry-After` seconds. Only where the server is set to limit them.");
        Add("503", IsOfReports(operation.OperationId) || IsOfInsights(operation.OperationId)
            ? "Reports can't be kept or read now, and nothing was accepted; or no content is loaded yet. Try again after `Retry-After` seconds."
            : "No content is loaded yet; try again after `Retry-After` seconds.");
        foreach (var status in ((string[])["409", "429", "503"]).Where(operation.Responses!.ContainsKey))
        {
            ((OpenApiResponse)operation.Responses![status]).Headers!["Retry-After"] = Header("How many seconds to wait.");
        }
    }

    public static OpenApiHeader Header(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    public static void AddProblem(OpenApiOperation operation, OpenApiDocument? document, string status, string description) =>
        operation.Responses![status] = new OpenApiResponse
        {
            Description = description,
            Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
            {
                ["Content-Language"] = Header("The language that the problem is told in."),
                ["Cache-Control"] = Header("`no-store`: problems are not kept."),
            },
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemJson] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ProblemResponse), document) },
            },
        };
}
