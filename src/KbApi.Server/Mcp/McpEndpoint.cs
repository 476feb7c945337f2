using System.Net.Mime;
using KbApi.Server.Http;
using ModelContextProtocol.AspNetCore;

namespace KbApi.Server.Mcp;

/// <summary>
/// The Model Context Protocol at <c>/mcp</c>: Streamable HTTP, stateless, so that replicas need to know nothing of one another. What answers it is made
/// when it is first asked: a server that starts pays for none of it.
/// </summary>
internal sealed class McpEndpoint : IAsyncDisposable
{
    private const string Pattern = "/mcp";

    private readonly Lazy<Inner> _inner;

    public McpEndpoint(IServiceProvider services) => _inner = new(() => Inner.Create(services));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Pattern, (RequestDelegate)(context => context.RequestServices.GetRequiredService<McpEndpoint>().AnswerAsync(context)))
            .RequireCors(Cors.Mcp).ExcludeFromDescription();
        routes.MapMethods(Pattern, [HttpMethods.Options], (RequestDelegate)(context => ReadingEndpoints.AnswerOptions(context, "POST, OPTIONS")))
            .RequireCors(Cors.Mcp).ExcludeFromDescription();
    }

    public async ValueTask DisposeAsync()
    {
        if (_inner.IsValueCreated)
        {
            await _inner.Value.Services.DisposeAsync();
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
        {
            // JSON is UTF-8 and has no charset (RFC 8259, 11); one that is named and not known is a failure to the library.
            context.Request.ContentType = MediaTypeNames.Application.Json;
            return _inner.Value.Answer(context);
        }

        // The library takes this for a failure of the server.
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    }

    /// <summary>The library's own services and endpoint, beside those of the server.</summary>
    private sealed record Inner(ServiceProvider Services, RequestDelegate Answer)
    {
        public static Inner Create(IServiceProvider outer)
        {
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton(outer.GetRequiredService<ILoggerFactory>());
            services.AddSingleton(outer.GetRequiredService<IHostApplicationLifetime>());
            services.AddMcpServer(outer.GetRequiredService<KbMcpServer>().Configure).WithHttpTransport(http => http.SessionMode = HttpServerSessionMode.Stateless);
            var provider = services.BuildServiceProvider();
            var routes = new Routes(provider);
            routes.MapMcp();
            var post = routes.DataSources.SelectMany(s => s.Endpoints)
                .First(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true);
            return new Inner(provider, post.RequestDelegate!);
        }
    }

    /// <summary>Takes what the library maps.</summary>
    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider { get; } = services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(ServiceProvider);
    }
}
