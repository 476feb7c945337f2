using System.Collections.Concurrent;
using KbApi.Server.Access;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Server.Tests.Access;

/// <summary>Endpoints that answer with their own name, behind the access rules of the server. Real sockets, real HTTP.</summary>
internal sealed class AccessServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private AccessServer(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public HttpClient Client { get; }

    /// <summary>What the audit log says.</summary>
    public IReadOnlyCollection<string> Audit => _app.Services.GetRequiredService<AuditLines>().Lines;

    public static async Task<AccessServer> StartAsync(params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Chunk(2).ToDictionary(s => s[0], s => (string?)s[1]));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<AuditLines>();
        builder.Services.AddSingleton<ILoggerProvider>(s => s.GetRequiredService<AuditLines>());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        ServerOptions.Add(builder.Services, builder.Configuration);
        builder.Services.AddAccess(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.UseAccess();
        var group = app.MapGroup("/v1");
        group.RequireScopes();
        group.MapPost("/reports", () => "sent");
        group.MapMethods("/reports", ["OPTIONS"], () => "options");
        group.MapPost("/reports/{id}/feedback", (string id) => id);
        group.MapGet("/reports/{id}", (string id) => id);
        group.MapGet("/reports/export", () => "all");
        group.MapDelete("/reports/{id}", (string id) => id);
        group.MapGet("/insights/gaps", () => "gaps");
        group.MapGet("/locales", () => "read");
        group.MapGet("/reports-of-others", () => "read");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new AccessServer(app, new HttpClient { BaseAddress = new Uri(address) });
    }

    public async Task<HttpResponseMessage> SendAsync(string operation, string? token = null, params (string Name, string Value)[] headers)
    {
        var parts = operation.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public async Task<int> StatusAsync(string operation, string? token = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(operation, token, headers);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Keeps what is written to the audit log.</summary>
    private sealed class AuditLines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => categoryName == AuditLog.Category ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
