using System.Reflection;
using KbApi.Server.Insights;
using KbApi.Server.Mcp.Prompts;
using KbApi.Server.Mcp.Resources;
using KbApi.Server.Mcp.Tools;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace KbApi.Server.Mcp;

/// <summary>The knowledge base as a server of the Model Context Protocol, over any transport.</summary>
internal sealed partial class KbMcpServer(ToolBox tools, EntryResources resources, KbPrompts prompts, McpCompletions completions, ILogger<KbMcpServer> logger)
{
    private const string Name = "kbapi";

    private const string Instructions =
        "A knowledge base of documented errors: what they mean, what to do, and what to ask. Answers are deterministic and come from documents; nothing is generated. "
        + "A bare code: kb_lookup. A message or a ticket: kb_next_question, one question at a time, until outcome is matched or handOver. A log: kb_analyze_log. A topic: kb_search. "
        + "Pass messages and logs word for word. Answer in the person's language (locale), cite path and line of source, and say so when an answer is a fallback in another language or stale. "
        + "Never translate codes, log texts, commands or names of settings. What the tools do not know is not documented: say so and don't guess. Keep maxTokens as small as the answer may be.";

    /// <summary>Registers what it is made of.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ReportedProblem>();
        services.TryAddSingleton<GapRecorder>();
        services.AddSingleton<KbTool, LookupTool>();
        services.AddSingleton<KbTool, SearchTool>();
        services.AddSingleton<KbTool, ClassifyTool>();
        services.AddSingleton<KbTool, NextQuestionTool>();
        services.AddSingleton<KbTool, AnalyzeLogTool>();
        services.AddSingleton<ToolBox>();
        services.AddSingleton<EntryResources>();
        services.AddSingleton<KbPrompts>();
        services.AddSingleton<McpCompletions>();
        services.AddSingleton<KbMcpServer>();
    }

    /// <summary>Turns the log of the protocol's library off: it tells of every mistake of a client, with what the client sent.</summary>
    public static void AddLogging(ILoggingBuilder logging) => logging.AddFilter("ModelContextProtocol", LogLevel.None);

    /// <summary>Makes a server answer with this one's tools, resources and prompts.</summary>
    public void Configure(McpServerOptions options)
    {
        options.ServerInfo = new Implementation { Name = Name, Title = "KbApi", Version = VersionOf(typeof(KbMcpServer).Assembly) };
        options.ServerInstructions = Instructions;
        options.Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Definitions] }),
            CallToolHandler = Logged<CallToolRequestParams, CallToolResult>(CallToolAsync),
            ListResourcesHandler = Logged<ListResourcesRequestParams, ListResourcesResult>(ListResourcesAsync),
            ListResourceTemplatesHandler = (_, _) => ValueTask.FromResult(new ListResourceTemplatesResult { ResourceTemplates = [EntryResources.Template] }),
            ReadResourceHandler = Logged<ReadResourceRequestParams, ReadResourceResult>(ReadResourceAsync),
            ListPromptsHandler = (_, _) => ValueTask.FromResult(new ListPromptsResult { Prompts = [.. prompts.Definitions] }),
            GetPromptHandler = (request, _) => ValueTask.FromResult(GetPrompt(request.Params!)),
            CompleteHandler = (request, cancellation) => completions.CompleteAsync(request.Params!.Argument.Name, request.Params.Argument.Value, cancellation),
        };
    }

    /// <summary>Tells of what goes wrong here.</summary>
    private McpRequestHandler<TParams, TResult> Logged<TParams, TResult>(McpRequestHandler<TParams, TResult> handler) => async (request, cancellation) =>
    {
        try
        {
            return await handler(request, cancellation);
        }
        catch (Exception e) when (e is not (McpException or OperationCanceledException))
        {
            Log.Failed(logger, typeof(TParams).Name, e);
            throw;
        }
    };

    private async ValueTask<CallToolResult> CallToolAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellation) =>
        await tools.CallAsync(request.Params!.Name, request.Params.Arguments, cancellation)
        ?? throw Invalid($"There is no tool named '{McpTexts.Shorten(request.Params.Name)}'; there are {string.Join(", ", tools.Definitions.Select(t => t.Name))}.");

    private async ValueTask<ListResourcesResult> ListResourcesAsync(RequestContext<ListResourcesRequestParams> request, CancellationToken cancellation) =>
        await resources.ListAsync(request.Params?.Cursor, cancellation)
        ?? throw Invalid("The cursor leads nowhere: it is not one of this list, or the content has changed. Begin again without it.");

    private async ValueTask<ReadResourceResult> ReadResourceAsync(RequestContext<ReadResourceRequestParams> request, CancellationToken cancellation) =>
        await resources.ReadAsync(request.Params!.Uri, cancellation)
        ?? throw new McpProtocolException($"No entry has the address '{McpTexts.Shorten(request.Params.Uri)}'; it is written as {EntryUri.Template}.", McpErrorCode.ResourceNotFound);

    private GetPromptResult GetPrompt(GetPromptRequestParams request)
    {
        var (result, error) = prompts.Get(request.Name, request.Arguments);
        return result ?? throw Invalid(error ?? $"There is no prompt named '{McpTexts.Shorten(request.Name)}'; there are {string.Join(", ", prompts.Definitions.Select(p => p.Name))}.");
    }

    private static McpProtocolException Invalid(string message) => new(message, McpErrorCode.InvalidParams);

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of the Model Context Protocol failed: {Request}")]
        public static partial void Failed(ILogger logger, string request, Exception exception);
    }
}
