using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KbApi.Cli.LanguageServer.Rpc;

/// <summary>
/// JSON-RPC 2.0 with one client. Messages are taken one after the other; the work of requests goes on beside that and can be cancelled.
/// Nothing that a client sends ends the session but the end of its input.
/// </summary>
internal sealed class RpcConnection(Stream input, Stream output) : IDisposable
{
    /// <summary>The longest message: a document of 16 MiB with all its characters escaped, and more.</summary>
    private const int MaxMessageLength = 128 * 1024 * 1024;

    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 64 };

    private readonly MessageReader _reader = new(input, MaxMessageLength);
    private readonly MessageWriter _writer = new(output);
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _asked = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private long _lastId;

    /// <summary>Cancelled when the session is over.</summary>
    public CancellationToken Ended => _end.Token;

    /// <summary>Takes messages until the input ends, the handler wants no more, or it is told to stop.</summary>
    public async Task RunAsync(IRpcHandler handler, CancellationToken cancellation)
    {
        try
        {
            var goesOn = true;
            while (goesOn)
            {
                var (outcome, body) = await _reader.ReadAsync(cancellation);
                switch (outcome)
                {
                    case ReadOutcome.End:
                        goesOn = false;
                        break;
                    case ReadOutcome.TooLong:
                        _writer.Refuse(id: null, RpcErrorCode.InvalidRequest, FormattableString.Invariant($"A message may have {MaxMessageLength} bytes; this one was passed over."));
                        break;
                    default:
                        goesOn = Take(handler, body);
                        break;
                }
            }
        }
        finally
        {
            await _end.CancelAsync();
        }
    }

    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => _writer.Notify(method, parameters, type);

    /// <summary>Asks the client something; tells whether it agreed.</summary>
    public async Task<bool> AskAsync<T>(string method, T parameters, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[KeyOf(id)] = answer;
        try
        {
            _writer.Request(id, method, parameters, type);
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            _asked.TryRemove(KeyOf(id), out _);
        }
    }

    public void Dispose() => _end.Dispose();

    private static string KeyOf(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private bool Take(IRpcHandler handler, Memory<byte> body)
    {
        LoneSurrogates.Replace(body.Span);
        try
        {
            using var document = JsonDocument.Parse(body, Parsing);
            return Take(handler, document.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // No JSON, or a name in it that is no UTF-8.
            _writer.Refuse(id: null, RpcErrorCode.ParseError, e.Message);
            return true;
        }
    }

    private bool Take(IRpcHandler handler, JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            _writer.Refuse(id: null, RpcErrorCode.InvalidRequest, "A message is an object.");
            return true;
        }

        var hasId = message.TryGetProperty("id", out var id);
        var parameters = message.TryGetProperty("params", out var found) ? found : default;
        if (!message.TryGetProperty("method", out var name))
        {
            TakeAnswer(message, hasId ? id : default);
            return true;
        }

        if (name.ValueKind != JsonValueKind.String || (hasId && id.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)))
        {
            _writer.Refuse(id: null, RpcErrorCode.InvalidRequest, "A method is a string, an id is a number or a string.");
            return true;
        }

        var method = name.GetString()!;
        if (hasId)
        {
            TakeRequest(handler, id, method, parameters);
            return true;
        }

        return TakeNotification(handler, method, parameters);
    }

    private void TakeAnswer(JsonElement message, JsonElement id)
    {
        if (id.ValueKind == JsonValueKind.Number && _asked.TryGetValue(id.GetRawText(), out var asked))
        {
            asked.TrySetResult(!message.TryGetProperty("error", out _));
        }
    }

    private bool TakeNotification(IRpcHandler handler, string method, JsonElement parameters)
    {
        try
        {
            if (method == "$/cancelRequest")
            {
                if (parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty("id", out var id) && _running.TryGetValue(id.GetRawText(), out var running))
                {
                    running.Cancel();
                }

                return true;
            }

            return handler.Notice(method, parameters);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            handler.Complain($"{method}: {e.Message}");
            return true;
        }
    }

    private void TakeRequest(IRpcHandler handler, JsonElement id, string method, JsonElement parameters)
    {
        RpcWork work;
        try
        {
            work = handler.Take(method, parameters);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Refuse(handler, id, method, e);
            return;
        }

        var key = id.GetRawText();
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        _running[key] = cancel;
        _ = Task.Run(async () =>
        {
            try
            {
                _writer.Answer(id, await work(cancel.Token));
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Refuse(handler, id, method, e);
            }
            finally
            {
                _running.TryRemove(KeyValuePair.Create(key, cancel));
                cancel.Dispose();
            }
        }, CancellationToken.None);
    }

    private void Refuse(IRpcHandler handler, JsonElement id, string method, Exception e)
    {
        try
        {
            switch (e)
            {
                case OperationCanceledException:
                    _writer.Refuse(id, RpcErrorCode.RequestCancelled, "Cancelled.");
                    break;
                case RpcException refused:
                    _writer.Refuse(id, refused.Code, refused.Message);
                    break;
                case JsonException:
                    _writer.Refuse(id, RpcErrorCode.InvalidParams, e.Message);
                    break;
                default:
                    _writer.Refuse(id, RpcErrorCode.InternalError, $"{e.GetType().Name}: {e.Message}");
                    handler.Complain($"{method}: {e}");
                    break;
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody is there to be told.
        }
    }
}
