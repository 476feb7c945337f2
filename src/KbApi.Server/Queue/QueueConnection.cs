using KbApi.Server.Hosting;
using Microsoft.Extensions.Options;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace KbApi.Server.Queue;

/// <summary>The connection to the brokers, and the streams there; made when first used.</summary>
internal sealed class QueueConnection : IAsyncDisposable
{
    private readonly QueueOptions _options;
    private readonly Lazy<NatsConnection> _connection;
    private readonly Lazy<NatsJSContext> _context;
    private readonly SemaphoreSlim _preparing = new(1);
    private volatile bool _isPrepared;

    public QueueConnection(IOptions<ServerOptions> options, ILoggerFactory logs)
    {
        _options = options.Value.Queue;
        _connection = new(() => new NatsConnection(ConnectionOptions(_options, logs)));
        _context = new(() => new NatsJSContext(_connection.Value));
    }

    /// <summary>Whether there is a queue.</summary>
    public bool IsOn => _options.IsOn;

    /// <summary>What the reports wait in.</summary>
    public string Stream => _options.Name;

    /// <summary>What letters that nobody could read are kept in.</summary>
    public string DeadStream => _options.Name + "_DEAD";

    /// <summary>What reports are published as.</summary>
    public string Subject => _options.Name + ".new";

    /// <summary>What letters that nobody could read are published as.</summary>
    public string DeadSubject => _options.Name + "_DEAD.letter";

    /// <summary>What workers read with.</summary>
    public const string Consumer = "workers";

    /// <summary>What the broker is asked with.</summary>
    public NatsJSContext Context => _context.Value;

    /// <summary>Whether the connection is up.</summary>
    public bool IsOpen => _connection.IsValueCreated && _connection.Value.ConnectionState == NatsConnectionState.Open;

    /// <summary>Connects, for callers who do not want to wait for brokers that are away.</summary>
    /// <exception cref="QueueUnavailableException">They can't be reached.</exception>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(QueueFailure.Patience);
        try
        {
            await _connection.Value.ConnectAsync().AsTask().WaitAsync(patience.Token);
        }
        catch (Exception e) when (QueueFailure.IsOfBroker(e, cancellation))
        {
            throw QueueFailure.Of(e);
        }
    }

    /// <summary>Creates the streams, or sees that those that are there are such streams; once.</summary>
    /// <exception cref="QueueUnavailableException">The brokers can't be asked now, or have other streams under these names.</exception>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (_isPrepared)
        {
            return;
        }

        await _preparing.WaitAsync(cancellation);
        try
        {
            if (!_isPrepared)
            {
                await PrepareAsync(QueueStreams.Reports(this, _options), cancellation);
                await PrepareAsync(QueueStreams.DeadLetters(this, _options), cancellation);
                _isPrepared = true;
            }
        }
        catch (NatsJSApiException e) when (e.Error.ErrCode == QueueFailure.NoRoom)
        {
            throw new QueueUnavailableException(QueueTrouble.Unusable, $"The broker has no room for a queue of {_options.MaxBytes} bytes; lower Kb:Queue:MaxBytes or raise its max_file_store.", e);
        }
        catch (Exception e) when (QueueFailure.IsOfBroker(e, cancellation))
        {
            throw QueueFailure.Of(e);
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <summary>What workers read with; made where it is not there. Several workers share it, and each report goes to one of them.</summary>
    public async Task<INatsJSConsumer> OpenConsumerAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        return await Context.CreateOrUpdateConsumerAsync(Stream, QueueStreams.Workers(this, _options), cancellation);
    }

    /// <summary>The next call looks at the streams again: somebody may have deleted them.</summary>
    public void Forget() => _isPrepared = false;

    public async ValueTask DisposeAsync()
    {
        _preparing.Dispose();
        if (_connection.IsValueCreated)
        {
            await _connection.Value.DisposeAsync();
        }
    }

    private async Task PrepareAsync(StreamConfig wanted, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(QueueFailure.Patience);
        StreamConfig there;
        try
        {
            there = (await Context.GetStreamAsync(wanted.Name!, cancellationToken: patience.Token)).Info.Config;
        }
        catch (NatsJSApiException e) when (e.Error.Code == StatusCodes.Status404NotFound)
        {
            await Context.CreateStreamAsync(wanted, patience.Token);
            return;
        }

        if (there.Retention != wanted.Retention || there.Storage != wanted.Storage)
        {
            throw new QueueUnavailableException(QueueTrouble.Unusable, $"The broker has a stream {wanted.Name} that is kept otherwise ({there.Retention}, {there.Storage}); set another Kb:Queue:Name.");
        }

        if (there.NumReplicas != wanted.NumReplicas || there.MaxBytes != wanted.MaxBytes || there.MaxMsgs != wanted.MaxMsgs || there.Discard != wanted.Discard)
        {
            await Context.UpdateStreamAsync(wanted, patience.Token);
        }
    }

    private static NatsOpts ConnectionOptions(QueueOptions options, ILoggerFactory logs) => NatsOpts.Default with
    {
        Url = options.Url,
        Name = "kbapi",
        LoggerFactory = logs,
        RetryOnInitialConnect = true,
        ReconnectWaitMin = TimeSpan.FromMilliseconds(200),
        ReconnectWaitMax = TimeSpan.FromSeconds(2),

        // A broker that is gone without a word is noticed within half a minute.
        PingInterval = TimeSpan.FromSeconds(10),
        AuthOpts = options.CredentialsFile.Length > 0 ? NatsAuthOpts.Default with { CredsFile = options.CredentialsFile } : NatsAuthOpts.Default,
        TlsOpts = NatsTlsOpts.Default with
        {
            CaFile = NullIfEmpty(options.AuthorityFile),
            CertFile = NullIfEmpty(options.CertificateFile),
            KeyFile = NullIfEmpty(options.KeyFile),
        },
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
