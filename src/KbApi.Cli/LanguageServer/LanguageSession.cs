using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using KbApi.Cli.LanguageServer.Documents;
using KbApi.Cli.LanguageServer.Features;
using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.LanguageServer;

/// <summary>A session with an editor: how it begins and ends, and which documents it is about. What is asked of documents is answered elsewhere.</summary>
/// <param name="terminal">Has the words.</param>
/// <param name="connection">To the editor.</param>
/// <param name="defaults">Settings, before those of the editor.</param>
/// <param name="time">The clock.</param>
internal sealed class LanguageSession(ITerminal terminal, RpcConnection connection, LanguageSettings defaults, TimeProvider time) : IRpcHandler, IAsyncDisposable
{
    private const int Warning = 2;
    private const int Log = 4;

    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceWithAnswers = TimeSpan.FromSeconds(3);

    private static readonly ImmutableArray<string> Watched =
        ["**/*.{md,markdown}", "**/{schemes,kb-rules}.yaml", "**/lexicons/*.yaml", "**/.editorconfig"];

    private LanguageSettings _settings = defaults;
    private ClientCapabilities _client = new();
    private ContentFolders? _folders;
    private LanguageFeatures? _features;
    private DiagnosticPublisher? _publisher;
    private Task _publishing = Task.CompletedTask;
    private bool _isShutDown;

    /// <summary>Whether the client has ended the session as it should.</summary>
    public bool EndedWell { get; private set; }

    public RpcWork Take(string method, JsonElement parameters)
    {
        if (_isShutDown)
        {
            throw new RpcException(RpcErrorCode.InvalidRequest, "The session is shut down.");
        }

        if (method == "initialize")
        {
            return Initialize(LspJson.Read(parameters, LspJson.Default.InitializeParams));
        }

        if (_features is null)
        {
            throw new RpcException(RpcErrorCode.ServerNotInitialized, "The first request is initialize.");
        }

        if (method == "shutdown")
        {
            _isShutDown = true;
            return _ => Task.FromResult<ReadOnlyMemory<byte>>("null"u8.ToArray());
        }

        return _features.Take(method, parameters);
    }

    public bool Notice(string method, JsonElement parameters)
    {
        if (method == "exit")
        {
            EndedWell = _isShutDown;
            return false;
        }

        if (_folders is null || _publisher is null || _isShutDown)
        {
            return true;
        }

        if (method == "initialized" && _publishing.IsCompleted)
        {
            _publishing = Task.Run(() => BeginAsync(_folders.Items, _publisher));
        }
        else if (WorkspaceNotices.Take(_folders, method, parameters, _client.WatchesFiles))
        {
            _publisher.Signal();
            if (method == "textDocument/didOpen")
            {
                SendEarly(_folders, _publisher, LspJson.Read(parameters, LspJson.Default.DidOpenParams).TextDocument.Uri);
            }
        }

        return true;
    }

    public void Complain(string message)
    {
        terminal.Error.WriteLine("kb: " + message);
        connection.Notify("window/logMessage", new MessageParams(Log, message), LspJson.Default.MessageParams);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _publishing.WaitAsync(PatienceAtEnd, time);
            _publisher?.Dispose();
        }
        catch (TimeoutException)
        {
            // Reading a large folder can't be broken off; it ends with the process.
        }
    }

    /// <summary>Nobody waits for a large folder to see what is wrong in the document in front of them.</summary>
    private void SendEarly(ContentFolders folders, DiagnosticPublisher publisher, string uri)
    {
        if (DocumentUri.ToPath(uri) is { } path && folders.Find(path) is { } document && folders.FolderOf(path) is { Path: not null, IsRead: false } folder)
        {
            _ = SendAsync(folder, document);
        }

        async Task SendAsync(ContentFolder folder, OpenDocument document)
        {
            try
            {
                await publisher.SendEarlyAsync(folder, document, connection.Ended);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The session is over, or the client is gone.
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Complain(e.ToString());
            }
        }
    }

    private RpcWork Initialize(InitializeParams asked)
    {
        if (_folders is not null)
        {
            throw new RpcException(RpcErrorCode.InvalidRequest, "The session is initialized already.");
        }

        var refused = new List<(string Setting, string Value)>();
        var options = asked.InitializationOptions.ValueKind == JsonValueKind.Object
            ? LspJson.Read(asked.InitializationOptions, LspJson.Default.InitializationOptions)
            : new InitializationOptions();
        _settings = _settings.With(options, asked.Locale, (setting, value) => refused.Add((setting, value)));
        _client = ClientCapabilities.Read(asked.Capabilities);
        var folders = _folders = new ContentFolders(_settings);
        folders.Replace((asked.WorkspaceFolders?.Select(f => f.Uri) ?? [asked.RootUri ?? ""]).Select(DocumentUri.ToPath).OfType<string>());
        var view = new DiagnosticView(new RulePages(_settings.HelpRoot, _settings.Culture), _client.ShowsRelated);
        _features = new LanguageFeatures(folders, new HoverFeature(terminal, _client.ShowsMarkdown), new CodeActionFeature(terminal, view, _client));
        _publisher = new DiagnosticPublisher(connection, view, () => folders.Items, time);
        foreach (var (setting, value) in refused)
        {
            connection.Notify("window/showMessage", new MessageParams(Warning, terminal.TextIn(_settings.Culture, "Lsp_BadSetting", setting, value)), LspJson.Default.MessageParams);
        }

        var version = typeof(LanguageSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
        var result = new InitializeResult(new ServerCapabilities(), new ServerInfo("kb", version));
        return _ => Task.FromResult(LspJson.Write(result, LspJson.Default.InitializeResult));
    }

    private async Task BeginAsync(ImmutableArray<ContentFolder> folders, DiagnosticPublisher publisher)
    {
        try
        {
            if (_client.WatchesFiles)
            {
                var watch = new Registration("kb-watch", "workspace/didChangeWatchedFiles", new WatchOptions([.. Watched.Select(w => new FileWatcher(w))]));
                await TryAsync(connection.AskAsync("client/registerCapability", new RegistrationParams([watch]), LspJson.Default.RegistrationParams, connection.Ended));
            }

            for (var i = 0; _client.ShowsProgress && i < folders.Length; i++)
            {
                await LoadingProgress.ReadAsync(connection, folders[i], FormattableString.Invariant($"kb-read-{i}"), terminal.TextIn(_settings.Culture, "Lsp_Reading"), TryAsync);
            }

            publisher.Signal();
            await publisher.RunAsync(Complain, connection.Ended);
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
        catch (IOException)
        {
            // The client is gone; the end of its input says so, too.
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Complain(e.ToString());
        }
    }

    /// <summary>Whether a client agrees in time: one that does not answer has not understood.</summary>
    private async Task<bool> TryAsync(Task<bool> answer)
    {
        try
        {
            return await answer.WaitAsync(PatienceWithAnswers, time);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
