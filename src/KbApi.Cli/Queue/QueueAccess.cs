using System.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Server.Hosting;
using KbApi.Server.Queue;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NATS.Client.JetStream;

namespace KbApi.Cli.Queue;

/// <summary>The options that name a queue, and the way to it. Settings that are not given are those of the environment, as for servers and workers.</summary>
internal sealed class QueueAccess
{
    private const string Section = "Kb:Queue";
    private const string Variable = "KB_QUEUE";

    private readonly ITerminal _terminal;
    private readonly Option<string?> _url;
    private readonly Option<string?> _name;

    public QueueAccess(ITerminal terminal)
    {
        _terminal = terminal;
        _url = new("--queue") { Description = terminal.Text("Worker_Queue"), HelpName = "URL" };
        _name = new("--name") { Description = terminal.Text("Queue_Name") };
    }

    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_name);
    }

    /// <summary>Does something with the queue, and tells what stands in the way of it.</summary>
    public async Task<int> UseAsync(ParseResult result, Func<QueueConnection, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        var options = OptionsOf(result);
        if (!options.IsOn)
        {
            return QueueCommand.Fail(_terminal, _terminal.Text("Queue_None"));
        }

        if (options.Complaint is { } complaint)
        {
            return QueueCommand.Fail(_terminal, complaint);
        }

        await using var connection = new QueueConnection(Options.Create(new ServerOptions { Queue = options }), NullLoggerFactory.Instance);
        try
        {
            await connection.ConnectAsync(cancellation);
            return await work(connection, cancellation);
        }
        catch (NatsJSApiException e) when (e.Error.ErrCode == QueueFailure.NoStream)
        {
            return QueueCommand.Fail(_terminal, _terminal.Text("Queue_NoStream", options.Shown, options.Name));
        }
        catch (Exception e) when (e is QueueUnavailableException || QueueFailure.IsOfBroker(e, cancellation))
        {
            var failure = e as QueueUnavailableException ?? QueueFailure.Of(e);
            return QueueCommand.Fail(_terminal, _terminal.Text("Queue_Away", options.Shown, failure.Message));
        }
    }

    private QueueOptions OptionsOf(ParseResult result)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var options = configuration.GetSection(Section).Get<QueueOptions>() ?? new QueueOptions();
        options.Url = (result.GetValue(_url) ?? (options.Url.Length > 0 ? options.Url : configuration[Variable]) ?? "").Trim();
        options.Name = result.GetValue(_name) ?? options.Name;
        return options;
    }
}
