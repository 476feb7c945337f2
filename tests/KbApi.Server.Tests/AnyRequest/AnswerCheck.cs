using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KbApi.Server.Tests.OpenApi;
using Xunit.Sdk;

namespace KbApi.Server.Tests.AnyRequest;

/// <summary>What holds for every answer, whatever was asked.</summary>
internal sealed class AnswerCheck(Contract contract)
{
    /// <summary>What only a program has to do with.</summary>
    private static readonly Regex Insides = new(@"^ +at [A-Z]|\bSystem\.[A-Z][a-z]+|\bMicrosoft\.[A-Z][a-z]+|\bKbApi\.[A-Z][a-z]+\.|StackTrace|NullReference|\.cs:line", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    /// <summary>Statuses of requests that are no HTTP, or not of this operation.</summary>
    private static readonly int[] OfAnyRequest = [400, 404, 405, 406, 408, 411, 413, 414, 415, 417, 431, 501, 505];

    /// <summary>What is wrong with an answer, or null.</summary>
    public async Task<string?> ProblemOfAsync(MadeRequest request, HttpResponseMessage? response)
    {
        if (response is null)
        {
            // Who sends more than is read may be cut off before there is an answer.
            return request.Bytes.Length > KbApi.Server.Http.RequestBounds.MaxBodyBytes ? null : "no answer";
        }

        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsStringAsync();
        if (status >= 500)
        {
            return $"{status}: {body}";
        }

        if (status >= 400 && Insides.IsMatch(body))
        {
            return $"{status} tells of the program: {body}";
        }

        var mediaType = response.Content.Headers.ContentType?.MediaType ?? "";
        if (mediaType == "text/html" && body.Contains(ValueMaker.Marker, StringComparison.OrdinalIgnoreCase))
        {
            return "a page has the tag that the request had";
        }

        if (response.Headers.Contains("X-Injected"))
        {
            return "a header was injected";
        }

        if (request.Method == "HEAD" || status is 204 or 304)
        {
            return body.Length == 0 ? null : $"{status} has a body";
        }

        return status < 400 ? await SuccessAsync(request, response, status) : Refusal(request, status, mediaType, body);
    }

    private async Task<string?> SuccessAsync(MadeRequest request, HttpResponseMessage response, int status)
    {
        if (request.Operation is not { } operation || request.Method != operation.Method.Method || !IsOf(operation, request.Target))
        {
            return null;
        }

        try
        {
            await contract.CheckAsync(operation, response, request.Target);
            return null;
        }
        catch (XunitException e)
        {
            return $"{status}: {e.Message}";
        }
    }

    /// <summary>Whether an address is one of the operation: a dot, a slash or nothing in a path makes it another.</summary>
    private static bool IsOf(ContractOperation operation, string target)
    {
        var path = target.Split('?')[0];
        return operation.Path.Contains('{', StringComparison.Ordinal) ? !path.EndsWith('/') && !path.Contains("/.", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal) && !path.Contains('%', StringComparison.Ordinal) : path == operation.Path;
    }

    private string? Refusal(MadeRequest request, int status, string mediaType, string body)
    {
        if (!OfAnyRequest.Contains(status) && request.Operation?.Responses.ContainsKey(status.ToString(System.Globalization.CultureInfo.InvariantCulture)) != true && request.Operation is not null)
        {
            return $"{status} is not in the contract";
        }

        if (mediaType == "text/html" && request.Operation is null)
        {
            // What stands in pages of others has no title of its own there.
            var isEmbed = request.Target.StartsWith("/embed/", StringComparison.Ordinal);
            return body.Contains(isEmbed ? "kb-missing" : "<h1", StringComparison.Ordinal) ? null : "an error page without a title";
        }

        if (request.Target.StartsWith("/mcp", StringComparison.Ordinal) && mediaType is "application/json" or "text/event-stream")
        {
            return null;
        }

        if (mediaType != "application/problem+json" && !(mediaType == "text/html" && !request.Target.StartsWith("/v1", StringComparison.Ordinal)))
        {
            return $"{status} with {(mediaType.Length == 0 ? "no media type" : mediaType)}: {body}";
        }

        return mediaType == "text/html" || (int?)JsonNode.Parse(body)?["status"] == status ? contract.ProblemOf(body, mediaType) : $"{status} says otherwise: {body}";
    }
}
