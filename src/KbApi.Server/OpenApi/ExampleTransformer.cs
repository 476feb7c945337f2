using System.Globalization;
using KbApi.Server.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Writes examples into the contract: for each operation a request and what it answers, for each kind of problem one.</summary>
internal sealed class ExampleTransformer : IOpenApiOperationTransformer
{
    private readonly ContractExamples _examples = ContractExamples.Load();

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var id = operation.OperationId ?? "";
        var values = _examples.ParametersOf(id);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example = values[parameter.Name!]?.DeepClone();
        }

        foreach (var content in operation.RequestBody?.Content?.Values.OfType<OpenApiMediaType>() ?? [])
        {
            content.Example = _examples.BodyOf(id);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            foreach (var (mediaType, media) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
            {
                if (status is "200" or "201")
                {
                    media.Example = _examples.AnswerOf(id, mediaType);
                }
                else if (mediaType == OperationResponses.ProblemJson)
                {
                    media.Examples = ProblemsOf(id, status, context.Document);
                }
            }
        }

        return Task.CompletedTask;
    }

    private Dictionary<string, IOpenApiExample> ProblemsOf(string operation, string status, OpenApiDocument? document)
    {
        var examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var type in ProblemType.All.Where(t => t.Status.ToString(CultureInfo.InvariantCulture) == status && IsOf(t, operation)))
        {
            if (_examples.Problem(type) is { } problem)
            {
                document?.AddComponent<IOpenApiExample>(type.Anchor, new OpenApiExample { Summary = (string?)problem["title"], Value = problem });
                examples[type.Anchor] = new OpenApiExampleReference(type.Anchor, document);
            }
        }

        return examples;
    }

    /// <summary>Whether an operation can answer with a kind of problem, where its status alone does not say so.</summary>
    private static bool IsOf(ProblemType type, string operation)
    {
        var isPaged = OperationResponses.IsPaged(operation);
        var isAsking = operation.StartsWith("classify", StringComparison.Ordinal);
        var isLog = operation == "analyzeLog";
        var isReport = OperationResponses.IsOfReports(operation) || OperationResponses.IsOfInsights(operation);
        return type switch
        {
            _ when type == ProblemType.InvalidCursor => isPaged,
            _ when type == ProblemType.CursorExpired => isPaged && operation != "listReports",
            _ when type == ProblemType.SnapshotExpired => operation is "listChanges" or "listEntries",
            _ when type == ProblemType.MalformedRequest => isAsking || operation is "createReport" or "deleteReports" or "addFeedback",
            _ when type == ProblemType.InvalidBody => !isLog,
            _ when type == ProblemType.UnknownCode => operation == "getCode",
            _ when type == ProblemType.UnknownMessage => operation == "resolveMessage",
            _ when type == ProblemType.KeyReused => operation == "createReport",
            _ when type == ProblemType.ReportsOff || type == ProblemType.StoreUnavailable => isReport,
            _ when type == ProblemType.UnknownId => operation is not ("getCode" or "resolveMessage" or "createReport" or "listReports" or "deleteReports") && !OperationResponses.IsOfInsights(operation),
            _ when type == ProblemType.UnknownPath => false,
            _ when type == ProblemType.NotInLocale => operation != "resolveMessage" && !isReport,
            _ => true,
        };
    }
}
