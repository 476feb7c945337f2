using KbApi.Reports.Intake;
using KbApi.Server.Hosting;
using KbApi.Server.Queue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;

namespace KbApi.Queue.Tests.Support;

/// <summary>Puts reports into a queue as the API does, and looks at what is there.</summary>
internal sealed class QueueClient : IAsyncDisposable
{
    private const int MaxAttempts = 20;

    private readonly ServiceProvider _services;
    private readonly QueuedIntake _intake = new(new Pseudonymizer(new byte[Pseudonymizer.SecretLength]), TimeProvider.System);

    public QueueClient(QueueSetting setting, Action<QueueOptions>? configure = null)
    {
        var options = new ServerOptions { Queue = { Url = setting.Url, Name = setting.Name, MaxBytes = QueueSetting.MaxBytes } };
        configure?.Invoke(options.Queue);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Options.Create(options));
        services.AddQueue();
        _services = services.BuildServiceProvider();
    }

    public QueueConnection Connection => _services.GetRequiredService<QueueConnection>();

    /// <summary>A report as the API takes it in.</summary>
    public QueuedReport Take(string message, string? key = null) => _intake.Take(new ReportSubmission(new() { Message = message }) { IdempotencyKey = key });

    public Task<QueuedReport?> PublishAsync(QueuedReport report) => _services.GetRequiredService<ReportQueue>().PublishAsync(report, CancellationToken.None);

    /// <summary>Publishes reports, many at a time.</summary>
    public async Task<IReadOnlyList<QueuedReport>> PublishAsync(int count)
    {
        var reports = Enumerable.Range(0, count).Select(i => Take($"Report {i}: error SSPR_0029 was shown")).ToList();
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (r, _) => await PublishPatientlyAsync(r));
        return reports;
    }

    /// <summary>Publishes a report as a patient client does: again, where nothing was promised.</summary>
    private async Task PublishPatientlyAsync(QueuedReport report)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await PublishAsync(report);
                return;
            }
            catch (QueueUnavailableException e) when (e.Reason is QueueTrouble.Away or QueueTrouble.Busy && i < MaxAttempts)
            {
                // The id keeps it from being there twice.
            }
        }
    }

    /// <summary>Publishes bytes, whatever they are, past all that keeps reports from being there twice.</summary>
    public async Task PublishRawAsync(byte[] bytes)
    {
        await Connection.PrepareAsync(CancellationToken.None);
        (await Connection.Context.PublishAsync(Connection.Subject, bytes)).EnsureSuccess();
    }

    public Task<QueueState> LookAsync() => _services.GetRequiredService<QueueMonitor>().LookAsync(CancellationToken.None);

    /// <summary>Whether nothing is in the queue.</summary>
    public async Task<bool> IsEmptyAsync() => await LookAsync() is { Pending: 0, InHand: 0 };

    /// <summary>The dead letters: what they say and why they lie there.</summary>
    public async Task<IReadOnlyList<(byte[] Data, string Headers)>> DeadLettersAsync()
    {
        var stream = await Connection.Context.GetStreamAsync(Connection.DeadStream);
        var letters = new List<(byte[], string)>();
        for (var i = stream.Info.State.FirstSeq; i <= stream.Info.State.LastSeq && i > 0; i++)
        {
            var letter = (await stream.GetAsync(new StreamMsgGetRequest { Seq = i })).Message;
            letters.Add((letter.Data.ToArray(), System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(letter.Hdrs ?? ""))));
        }

        return letters;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
