using KbApi.Content.Model;
using KbApi.Search.Packs;
using KbApi.Search.Storage;
using KbApi.Server.Access;
using KbApi.Server.Queue;
using KbApi.Server.RateLimiting;
using KbApi.Server.Snapshots.Packs;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>What the server serves. Read from the section <c>Kb</c> of the configuration, for example <c>--Kb:Content:0 docs</c> or <c>Kb__Content__0=docs</c>.</summary>
public sealed class ServerOptions
{
    /// <summary>The section of the configuration.</summary>
    internal const string Section = "Kb";

    /// <summary>Files and folders of content; or one pack, its folder, its file, or the address of its manifest. By default what KB_CONTENT names, <c>content</c> in the current folder, or the bundled content.</summary>
    public IList<string> Content { get; init; } = [];

    /// <summary>The locale of answers where no other fits.</summary>
    public string DefaultLocale { get; set; } = "en-US";

    /// <summary>How often the content is compared with the disk where the system tells nothing of changes, as on network mounts.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The folder where search indexes are kept. By default one of the user that runs the server; empty to keep them in memory only.</summary>
    public string? SearchIndexFolder { get; set; }

    /// <summary>The folder where copies of packs are kept. By default one of the user that runs the server; empty to open packs where they stand.</summary>
    public string? PackFolder { get; set; }

    /// <summary>How often a pack's address is asked for the next one; a tenth more or less, so that replicas do not ask together.</summary>
    public TimeSpan PackInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a file of a pack may take to be fetched.</summary>
    public TimeSpan PackTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the server goes on answering after it was told to stop, while <c>/health/ready</c> says 503 already; a balancer has to see that first.</summary>
    public TimeSpan ShutdownDelay { get; set; }

    /// <summary>How many requests an address may make.</summary>
    public RateLimitOptions RateLimit { get; init; } = new();

    /// <summary>Who may read without a key: <c>open</c> for anybody, <c>closed</c> for nobody.</summary>
    public string Reads { get; set; } = AccessMode.Open;

    /// <summary>Who may send reports, read them and see insights without a key: <c>local</c> for programs on this machine as long as neither keys nor tokens
    /// are set up, <c>closed</c> for nobody, <c>open</c> for anybody.</summary>
    public string Writes { get; set; } = AccessMode.Local;

    /// <summary>Which keys are accepted.</summary>
    public KeyOptions Keys { get; init; } = new();

    /// <summary>Which tokens are accepted.</summary>
    public JwtOptions Jwt { get; init; } = new();

    /// <summary>The proxies whose word on a request counts: addresses, or networks such as <c>10.0.0.0/8</c>.</summary>
    public IList<string> Proxies { get; init; } = [];

    /// <summary>The names that the server answers to, for example <c>kb.example.com</c> or <c>*.example.com</c>; any where none is given.</summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>How much a request may take.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>The queue that reports wait in, where there is one.</summary>
    public QueueOptions Queue { get; init; } = new();

    /// <summary>Whether this process answers from the content; a worker only classifies with it.</summary>
    internal bool IsAnswering { get; set; } = true;

    /// <summary>Reads and checks them.</summary>
    internal static void Add(IServiceCollection services, ConfigurationManager configuration)
    {
        var problems = configuration.AddSecretFiles();
        services.AddSingleton<IValidateOptions<ServerOptions>, UnknownSettings>();
        services.AddSingleton<IValidateOptions<ServerOptions>, QueueSettings>();
        var options = services.AddOptions<ServerOptions>().Bind(configuration.GetSection(Section))
            .Validate(o => LocaleTag.TryParse(o.DefaultLocale, out _), "Kb:DefaultLocale is no language tag; write it as in BCP 47, for example 'en-US'.")
            .Validate(o => o.PollInterval >= TimeSpan.FromMilliseconds(100), "Kb:PollInterval is too short; give at least 00:00:00.1.")
            .Validate(o => o.ShutdownDelay >= TimeSpan.Zero && o.ShutdownDelay <= MaxShutdownDelay, "Kb:ShutdownDelay is out of range; give 00:00:00 to 00:05:00.")
            .PostConfigure(o => o.Queue.Url = o.Queue.Url.Length > 0 ? o.Queue.Url : configuration["KB_QUEUE"]?.Trim() ?? "")
            .Validate(o => o.RateLimit.IsValid, "Kb:RateLimit: RequestsPerSecond and Burst are numbers from 0 to 1000000.")
            .Validate(o => o.PackInterval >= TimeSpan.FromSeconds(1), "Kb:PackInterval is too short; give at least 00:00:01.")
            .Validate(o => o.PackTimeout >= TimeSpan.FromSeconds(1), "Kb:PackTimeout is too short; give at least 00:00:01.")
            .Validate(o => o.ContentPaths.All(ContentAddress.Exists), "Kb:Content names a path that does not exist.")
            .Validate(o => o.ContentPaths.Count == 1 || !o.ContentPaths.Any(ContentAddress.IsPack), "Kb:Content names a pack and something else; a pack is served alone.")
            .Validate(o => o.Reads is AccessMode.Open or AccessMode.Closed, "Kb:Reads is neither 'open' nor 'closed'.")
            .Validate(o => o.Writes is AccessMode.Open or AccessMode.Local or AccessMode.Closed, "Kb:Writes is none of 'local', 'closed' and 'open'.")
            .Validate(o => string.IsNullOrEmpty(o.Keys.File) || File.Exists(o.Keys.File), "Kb:Keys:File names a file that does not exist; 'kb keys create' makes it.")
            .Validate(o => o.Jwt.IsComplete, "Kb:Jwt: give Audience, and either Authority (https) or KeyFile and Issuer.")
            .Validate(o => o.Jwt is not { IsComplete: true, KeyFile: { Length: > 0 } file } || JwtSetup.CanUse(file), "Kb:Jwt:KeyFile has neither a public key as PEM nor a JSON Web Key Set.")
            .Validate(o => o.Proxies.All(p => KbApi.Server.Http.Proxies.NetworkOf(p) is not null), "Kb:Proxies: write an address, or a network as '10.0.0.0/8'.")
            .Validate(o => o.RateLimit.AddressHeader.Length == 0 || o.Proxies.Count > 0, "Kb:RateLimit:AddressHeader is believed of proxies only; name them in Kb:Proxies.")
            .Validate(o => o.Limits.IsValid, "Kb:Limits: Timeout is at least 00:00:00.1, StreamTimeout as long or longer and at most 01:00:00, Connections from 1 to 1000000.")
            .ValidateOnStart();
        foreach (var problem in problems)
        {
            options.Validate(_ => false, problem);
        }
    }

    private static readonly TimeSpan MaxShutdownDelay = TimeSpan.FromMinutes(5);

    /// <summary>Whether there are keys or tokens to tell callers by.</summary>
    internal bool KnowsCallers => !string.IsNullOrEmpty(Keys.File) || Jwt.IsUsed;

    /// <summary>The folder for search indexes, or null for memory.</summary>
    internal string? SearchIndexPath => SearchIndexFolder is null ? SearchIndexStore.FolderOfUser() : SearchIndexFolder.Length == 0 ? null : SearchIndexFolder;

    /// <summary>The folder for copies of packs, or null for none.</summary>
    internal string? PackPath => PackFolder is null ? PackStore.FolderOfUser() : PackFolder.Length == 0 ? null : PackFolder;

    /// <summary>Whether what is served is a pack.</summary>
    internal bool IsPack => ContentAddress.IsPack(ContentPaths[0]);

    /// <summary>The paths to read.</summary>
    internal IReadOnlyList<string> ContentPaths => Content.Count > 0 ? [.. Content] : [BundledContent.Find()];

    /// <summary>The default locale as a tag.</summary>
    internal LocaleTag DefaultLocaleTag => LocaleTag.Parse(DefaultLocale);
}
