using System.Globalization;
using KbApi.Server.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>Writes the contract to a file without opening a port. Building writes JSON only; this writes what is served as YAML.</summary>
internal static partial class OpenApiFile
{
    private const int Failed = 2;

    public static async Task<int> WriteAsync(string path)
    {
        await using var app = KbApiServer.Create([], builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton<IServer, SilentServer>();
        });
        await app.StartAsync();
        var provider = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDocument.Name);
        var document = await provider.GetOpenApiDocumentAsync();
        await app.StopAsync();

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAs(OpenApiSpecVersion.OpenApi3_1, new OpenApiYamlWriter(text));
        try
        {
            var beside = path + ".new";
            await File.WriteAllTextAsync(beside, text.ToString());
            File.Move(beside, path, overwrite: true);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.CannotWrite(app.Logger, path, e.Message);
            return Failed;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The contract cannot be written to {Path}: {Error}")]
        public static partial void CannotWrite(ILogger logger, string path, string error);
    }

    private sealed class SilentServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            // Nothing was opened.
        }
    }
}
