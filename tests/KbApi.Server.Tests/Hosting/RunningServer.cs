using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KbApi.Server.Hosting;
using KbApi.Server.Tests.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KbApi.Server.Tests.Hosting;

/// <summary>A server on a free port, with a client for it. Real sockets, real HTTP.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder _folder;
    private readonly Lazy<Task<Contract>> _contract;

    private RunningServer(WebApplication app, HttpClient client, TempFolder folder)
    {
        (_app, _folder) = (app, folder);
        Client = client;
        _contract = new Lazy<Task<Contract>>(async () => OpenApi.Contract.Read(await GetContractAsync()));
    }

    public HttpClient Client { get; }

    /// <summary>The contract that it serves.</summary>
    public Task<Contract> Contract => _contract.Value;

    public static async Task<RunningServer> StartAsync(string content, Action<WebApplicationBuilder>? configure = null, bool waitUntilReady = true)
    {
        var folder = new TempFolder();
        var app = KbApiServer.Create(["--urls", "http://127.0.0.1:0", "--Kb:Content:0", content, "--Kb:Store", Path.Combine(folder.Path, "kb.db")], builder =>
        {
            builder.Logging.ClearProviders();
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var server = new RunningServer(app, new HttpClient { BaseAddress = new Uri(address) }, folder);
        if (waitUntilReady)
        {
            await WaitUntilAsync(async () => (await server.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        }

        return server;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    /// <summary>The body of a successful answer.</summary>
    public async Task<JsonNode> GetJsonAsync(string path, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {body}");
        Assert.Equal(new MediaTypeHeaderValue("application/json", "utf-8"), response.Content.Headers.ContentType);
        return JsonNode.Parse(body)!;
    }

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent body) => Client.PostAsync(path, body);

    /// <summary>The body of a successful answer to a JSON body.</summary>
    public async Task<JsonNode> PostAsync(string path, JsonNode body)
    {
        using var response = await PostAsync(path, JsonContent(body));
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {answer}");
        return JsonNode.Parse(answer)!;
    }

    public static StringContent JsonContent(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    public async Task<JsonNode> GetContractAsync() => JsonNode.Parse(await Client.GetStringAsync("/openapi/v1.json"))!;

    /// <summary>The body of an answer that has to be a problem document of a status.</summary>
    public async Task<JsonNode> GetProblemAsync(HttpStatusCode status, string path, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        Assert.Equal(status, response.StatusCode);
        return await ReadProblemAsync(response);
    }

    public static async Task<JsonNode> ReadProblemAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        return problem;
    }

    /// <summary>Waits until something is so; fails when patience ends: after a minute, if no other is given.</summary>
    public static async Task WaitUntilAsync(Func<Task<bool>> condition, TimeSpan? patience = null)
    {
        using var end = new CancellationTokenSource(patience ?? TimeSpan.FromMinutes(1));
        while (!await condition())
        {
            await Task.Delay(10, end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
