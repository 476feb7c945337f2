namespace KbApi.Server.Problems;

/// <summary>A kind of problem that the API answers with. Each is an entry of the article <c>api-problems</c>.</summary>
/// <param name="Code">Its code, for example <c>KBAPI-4041</c>.</param>
/// <param name="Anchor">The last part of its entry's id.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
internal sealed record ProblemType(string Code, string Anchor, int Status)
{
    public const string ArticleId = "api-problems";

    public static ProblemType InvalidParameter { get; } = new("KBAPI-4001", "invalid-parameter", StatusCodes.Status400BadRequest);

    public static ProblemType InvalidCursor { get; } = new("KBAPI-4002", "invalid-cursor", StatusCodes.Status400BadRequest);

    public static ProblemType MalformedRequest { get; } = new("KBAPI-4003", "malformed-request", StatusCodes.Status400BadRequest);

    public static ProblemType KeyRequired { get; } = new("KBAPI-4011", "key-required", StatusCodes.Status401Unauthorized);

    public static ProblemType UnknownCode { get; } = new("KBAPI-4041", "unknown-code", StatusCodes.Status404NotFound);

    public static ProblemType UnknownId { get; } = new("KBAPI-4042", "unknown-id", StatusCodes.Status404NotFound);

    public static ProblemType UnknownPath { get; } = new("KBAPI-4043", "unknown-path", StatusCodes.Status404NotFound);

    public static ProblemType NotInLocale { get; } = new("KBAPI-4044", "not-in-locale", StatusCodes.Status404NotFound);

    public static ProblemType UnknownMessage { get; } = new("KBAPI-4045", "unknown-message", StatusCodes.Status404NotFound);

    public static ProblemType ReportsOff { get; } = new("KBAPI-4046", "reports-off", StatusCodes.Status404NotFound);

    public static ProblemType MethodNotAllowed { get; } = new("KBAPI-4051", "method-not-allowed", StatusCodes.Status405MethodNotAllowed);

    public static ProblemType NotAcceptable { get; } = new("KBAPI-4061", "not-acceptable", StatusCodes.Status406NotAcceptable);

    public static ProblemType RequestInProgress { get; } = new("KBAPI-4091", "request-in-progress", StatusCodes.Status409Conflict);

    public static ProblemType CursorExpired { get; } = new("KBAPI-4101", "cursor-expired", StatusCodes.Status410Gone);

    public static ProblemType SnapshotExpired { get; } = new("KBAPI-4102", "snapshot-expired", StatusCodes.Status410Gone);

    public static ProblemType BodyTooLarge { get; } = new("KBAPI-4131", "body-too-large", StatusCodes.Status413PayloadTooLarge);

    public static ProblemType AddressTooLong { get; } = new("KBAPI-4141", "address-too-long", StatusCodes.Status414UriTooLong);

    public static ProblemType UnsupportedMediaType { get; } = new("KBAPI-4151", "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType);

    public static ProblemType InvalidBody { get; } = new("KBAPI-4221", "invalid-body", StatusCodes.Status422UnprocessableEntity);

    public static ProblemType KeyReused { get; } = new("KBAPI-4222", "key-reused", StatusCodes.Status422UnprocessableEntity);

    public static ProblemType TooManyRequests { get; } = new("KBAPI-4291", "too-many-requests", StatusCodes.Status429TooManyRequests);

    public static ProblemType Internal { get; } = new("KBAPI-5001", "internal-error", StatusCodes.Status500InternalServerError);

    public static ProblemType NoSnapshot { get; } = new("KBAPI-5031", "no-snapshot", StatusCodes.Status503ServiceUnavailable);

    public static ProblemType StoreUnavailable { get; } = new("KBAPI-5032", "store-unavailable", StatusCodes.Status503ServiceUnavailable);

    /// <summary>All kinds, for tests and documentation.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidParameter, InvalidCursor, MalformedRequest, KeyRequired, UnknownCode, UnknownId, UnknownPath, NotInLocale, UnknownMessage, ReportsOff, MethodNotAllowed, NotAcceptable,
        RequestInProgress, CursorExpired, SnapshotExpired, BodyTooLarge, AddressTooLong, UnsupportedMediaType, InvalidBody, KeyReused, TooManyRequests, Internal, NoSnapshot, StoreUnavailable,
    ];

    /// <summary>The kind for a status that no handler of ours gave, or null where it is no problem.</summary>
    public static ProblemType? OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => UnknownPath,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status406NotAcceptable => NotAcceptable,
        StatusCodes.Status413PayloadTooLarge => BodyTooLarge,
        StatusCodes.Status414UriTooLong => AddressTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity => InvalidBody,
        StatusCodes.Status503ServiceUnavailable => NoSnapshot,
        >= 400 and < 500 => MalformedRequest,
        >= 500 => Internal,
        _ => null,
    };
}
