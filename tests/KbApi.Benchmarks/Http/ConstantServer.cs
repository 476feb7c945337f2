using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KbApi.Benchmarks.Http;

/// <summary>What an API costs that does nothing: one endpoint with a constant JSON body, of the size of an entry.</summary>
internal static class ConstantServer
{
    /// <summary>The path of the endpoint.</summary>
    public const string Target = "/constant";

    private const int BodyBytes = 1000;

    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // Logs like the server, and as little: a logger that nobody reads would make the peer cheaper than any real API.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.Urls.Add(url);
        var body = Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', BodyBytes - 11) + "\"}");
        app.MapGet(Target, () => Results.Bytes(body, "application/json; charset=utf-8"));
        await app.RunAsync();
        return 0;
    }
}
