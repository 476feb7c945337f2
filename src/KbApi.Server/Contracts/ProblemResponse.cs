namespace KbApi.Server.Contracts;

/// <summary>Why a request is not answered: a problem document (RFC 9457).</summary>
internal sealed record ProblemResponse
{
    /// <summary>The address of an entry of this knowledge base that explains the kind of problem.</summary>
    /// <example>https://kb.example/v1/entries/api-problems/unknown-code</example>
    public required string Type { get; init; }

    /// <summary>What kind of problem it is, in the caller's language.</summary>
    /// <example>The code is not documented</example>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <example>404</example>
    public required int Status { get; init; }

    /// <summary>What is wrong this time, in the caller's language.</summary>
    public required string Detail { get; init; }

    /// <summary>The path and query of the request; absent for a line of a batch.</summary>
    public string? Instance { get; init; }

    /// <summary>The code of the kind of problem; `/v1/codes/{code}` leads to the entry too.</summary>
    /// <example>KBAPI-4041</example>
    public required string Code { get; init; }

    /// <summary>What the server's log calls the request.</summary>
    public required string TraceId { get; init; }

    /// <summary>All parameters, or places in the body, that are wrong; absent where none is.</summary>
    public IReadOnlyList<ProblemErrorResponse>? Errors { get; init; }

    /// <summary>Of an unknown code: the documented codes that are closest; absent otherwise.</summary>
    public IReadOnlyList<NearCodeResponse>? Nearest { get; init; }

    /// <summary>Of an unknown code: what it seems to belong to; absent where nothing is known, and otherwise.</summary>
    public CodeFamilyResponse? Family { get; init; }

    /// <summary>Of a text that is not there in the locale: the locales that it is there in; absent otherwise.</summary>
    public IReadOnlyList<string>? Locales { get; init; }
}

/// <summary>What is wrong with one part of a request. Either `parameter` or `pointer` says which.</summary>
internal sealed record ProblemErrorResponse
{
    /// <summary>The name of the query or path parameter; absent where it is a place in the body.</summary>
    /// <example>locale</example>
    public string? Parameter { get; init; }

    /// <summary>The place in the body, as a JSON pointer (RFC 6901); absent where it is a parameter.</summary>
    /// <example>/message</example>
    public string? Pointer { get; init; }

    /// <summary>What is wrong with it, and what is expected.</summary>
    public required string Detail { get; init; }
}
