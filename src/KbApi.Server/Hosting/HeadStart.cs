using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Snapshots.Packs;

namespace KbApi.Server.Hosting;

/// <summary>
/// What can be begun before the server is put together, on another core: reading the content, and the shape of the first answers. Only a loader that has
/// read already comes of it, which looks at the files again when it is asked: what has changed since, or is wrong, shows then.
/// </summary>
internal sealed class HeadStart
{
    private readonly LocaleTag _defaultLocale;
    private readonly KnowledgeBaseLoader _loader;

    private HeadStart(LocaleTag defaultLocale)
    {
        _defaultLocale = defaultLocale;
        _loader = new KnowledgeBaseLoader(new LoadOptions { DefaultLocale = defaultLocale });
    }

    /// <summary>Begins.</summary>
    public static void Begin(IServiceCollection services, IConfiguration configuration)
    {
        // Settings have not been checked yet: what can't be used is passed over here and complained of later.
        var section = configuration.GetSection(ServerOptions.Section);
        var named = section.GetSection(nameof(ServerOptions.Content)).GetChildren().Select(c => c.Value ?? "").ToList();
        IReadOnlyList<string> paths = named.Count > 0 ? named : [BundledContent.Find()];
        if (LocaleTag.TryParse(section[nameof(ServerOptions.DefaultLocale)] ?? new ServerOptions().DefaultLocale, out var locale)
            && paths.All(p => ContentAddress.Exists(p) && !ContentAddress.IsPack(p)))
        {
            var start = new HeadStart(locale);
            services.AddSingleton(start);
            _ = Task.Run(() => start._loader.Load(BundledContent.WithOwnArticles(ContentDirectory.FindShown(paths))));
        }

        _ = Task.Run(() => JsonShape<EntryResponse>.IsGenerated);
    }

    /// <summary>The loader that has begun to read, where it reads for that locale.</summary>
    public KnowledgeBaseLoader? LoaderFor(LocaleTag defaultLocale) => defaultLocale == _defaultLocale ? _loader : null;
}
