namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>Why a request is refused, by the numbers of JSON-RPC 2.0 and of the Language Server Protocol.</summary>
internal static class RpcErrorCode
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int RequestCancelled = -32800;
}

/// <summary>A request that is refused.</summary>
/// <param name="code">One of <see cref="RpcErrorCode"/>.</param>
/// <param name="message">Why, for the developer of a client.</param>
internal sealed class RpcException(int code, string message) : Exception(message)
{
    public int Code => code;
}
