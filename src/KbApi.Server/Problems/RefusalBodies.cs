using System.Buffers.Text;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using Microsoft.AspNetCore.Connections;

namespace KbApi.Server.Problems;

/// <summary>
/// Gives the web server's own refusals a body. What is no HTTP, or has a null character in its path, reaches no handler: Kestrel answers with a bare
/// status. Such answers are told from ours by a header that all of ours have.
/// </summary>
internal sealed class RefusalBodies(PipeWriter inner, string connectionId) : PipeWriter
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    private Memory<byte> _memory;

    private static ReadOnlySpan<byte> StatusLine => "HTTP/1.1 "u8;

    private static ReadOnlySpan<byte> Ours => "X-Content-Type-Options"u8;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    /// <summary>Puts itself between a connection and the web server.</summary>
    public static ConnectionDelegate Use(ConnectionDelegate next) => connection =>
    {
        connection.Transport = new Duplex(connection.Transport.Input, new RefusalBodies(connection.Transport.Output, connection.ConnectionId));
        return next(connection);
    };

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        var written = _memory.Span[..Math.Min(bytes, _memory.Length)];
        _memory = default;
        if (written.StartsWith(StatusLine) && IsBareRefusal(written, out var status))
        {
            var answer = Answer(status);
            answer.CopyTo(inner.GetSpan(answer.Length));
            inner.Advance(answer.Length);
            return;
        }

        inner.Advance(bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private static bool IsBareRefusal(ReadOnlySpan<byte> head, out int status) =>
        Utf8Parser.TryParse(head[StatusLine.Length..], out status, out _)
        && status >= StatusCodes.Status400BadRequest
        && head.EndsWith("\r\n\r\n"u8)
        && head.IndexOf("Content-Length: 0\r\n"u8) > 0
        && head.IndexOf(Ours) < 0;

    /// <summary>Of such a request nothing can be relied on, neither its host nor its language.</summary>
    private byte[] Answer(int status)
    {
        var type = ProblemType.OfStatus(status) ?? ProblemType.MalformedRequest;
        var problem = new ProblemResponse
        {
            Type = $"/v1/entries/{ProblemType.ArticleId}/{type.Anchor}",
            Title = ApiProblem.Title(type, English),
            Status = status,
            Detail = ApiProblem.DetailOf(type, English),
            Code = type.Code,
            TraceId = connectionId,
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Default.ProblemResponse);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Refused\r\nContent-Type: application/problem+json\r\nContent-Length: {body.Length}\r\nContent-Language: en\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: {SecurityHeaders.Policy}\r\n{SecurityHeaders.ReferrerPolicy}: no-referrer\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input { get; } = input;

        public PipeWriter Output { get; } = output;
    }
}
