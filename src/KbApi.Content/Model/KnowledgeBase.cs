using System.Collections.Immutable;
using KbApi.Content.Codes;
using KbApi.Content.Diagnostics;
using KbApi.Content.Lookup;
using KbApi.Content.Packs;

namespace KbApi.Content.Model;

/// <summary>Everything that a set of documents knows, in every locale: one immutable snapshot.</summary>
public sealed class KnowledgeBase
{
    private const int SnapshotIdLength = 16;

    private readonly Lazy<CodeSchemeSet> _schemes;

    internal KnowledgeBase(PackedModel model, ModelFacts facts)
    {
        IsStored = true;
        ContentHash = facts.ContentHash;
        DefaultLocale = facts.DefaultLocale;
        Diagnostics = facts.Diagnostics;
        Locales = facts.Locales;
        _schemes = new Lazy<CodeSchemeSet>(() => CodeSchemeSet.Of(facts.Schemes));
        Articles = model.Set<Article>(ModelSection.Articles, a => [a]);
        Entries = model.Set(ModelSection.Entries, a => a.Entries);
        Procedures = model.Set(ModelSection.Procedures, a => a.Procedures);
        Ladders = model.Set(ModelSection.Ladders, a => a.Ladders);
        Checklists = model.Set(ModelSection.Checklists, a => a.Checklists);
        Operations = model.Set(ModelSection.Operations, a => a.Operations.Operations);
        States = model.Set(ModelSection.States, a => a.Operations.States);
        Heartbeats = model.Set(ModelSection.Heartbeats, a => a.Operations.Heartbeats);
        Codes = new CodeIndex(model.Codes, () => Schemes);
    }

    internal KnowledgeBase(
        string contentHash,
        LocaleTag defaultLocale,
        ImmutableArray<Article> articles,
        ImmutableArray<Diagnostic> diagnostics,
        CodeSchemeSet schemes)
    {
        ContentHash = contentHash;
        DefaultLocale = defaultLocale;
        Articles = new LocalizedSet<Article>(articles);
        Diagnostics = diagnostics;
        _schemes = new Lazy<CodeSchemeSet>(schemes);
        Locales = [.. articles.Select(a => a.Locale).Distinct().Order()];
        Entries = new LocalizedSet<Entry>(articles.SelectMany(a => a.Entries));
        Procedures = new LocalizedSet<Procedure>(articles.SelectMany(a => a.Procedures));
        Ladders = new LocalizedSet<Ladder>(articles.SelectMany(a => a.Ladders));
        Checklists = new LocalizedSet<Checklist>(articles.SelectMany(a => a.Checklists));
        Operations = new LocalizedSet<Operation>(articles.SelectMany(a => a.Operations.Operations));
        States = new LocalizedSet<ServiceState>(articles.SelectMany(a => a.Operations.States));
        Heartbeats = new LocalizedSet<Heartbeat>(articles.SelectMany(a => a.Operations.Heartbeats));
        Codes = new CodeIndex(articles.SelectMany(a => a.Entries), schemes);
    }

    /// <summary>The knowledge base behind a change of some articles; all that the change does not touch is shared.</summary>
    internal KnowledgeBase(KnowledgeBase before, string contentHash, ArticleChange change, ImmutableArray<Diagnostic> diagnostics)
    {
        ContentHash = contentHash;
        DefaultLocale = before.DefaultLocale;
        Diagnostics = diagnostics;
        _schemes = before._schemes;
        Locales = [.. change.Articles.Select(a => a.Locale).Distinct().Order()];
        Articles = before.Articles.After(change, a => [a]);
        Entries = before.Entries.After(change, a => a.Entries);
        Procedures = before.Procedures.After(change, a => a.Procedures);
        Ladders = before.Ladders.After(change, a => a.Ladders);
        Checklists = before.Checklists.After(change, a => a.Checklists);
        Operations = before.Operations.After(change, a => a.Operations.Operations);
        States = before.States.After(change, a => a.Operations.States);
        Heartbeats = before.Heartbeats.After(change, a => a.Operations.Heartbeats);
        Codes = before.Codes.After(change, Entries);
    }

    /// <summary>Whether it is read from a pack, item by item. Who holds its items holds memory that it would give back.</summary>
    internal bool IsStored { get; }

    /// <summary>Identifies the content: the same files give the same id on every machine. 16 lower-case hexadecimal digits.</summary>
    public string SnapshotId => ContentHash[..SnapshotIdLength];

    /// <summary>SHA-256 over the paths and the bytes of all files, and what else decides how they are read. 64 lower-case hexadecimal digits.</summary>
    public string ContentHash { get; }

    /// <summary>The locale that answers are in where no other fits.</summary>
    public LocaleTag DefaultLocale { get; }

    /// <summary>The locales that there are articles in, in ordinal order.</summary>
    public ImmutableArray<LocaleTag> Locales { get; }

    /// <summary>The articles.</summary>
    public LocalizedSet<Article> Articles { get; }

    /// <summary>The problems that they describe.</summary>
    public LocalizedSet<Entry> Entries { get; }

    /// <summary>Their numbered steps.</summary>
    public LocalizedSet<Procedure> Procedures { get; }

    /// <summary>Their measures that are to be tried in order.</summary>
    public LocalizedSet<Ladder> Ladders { get; }

    /// <summary>Their lists of what a report contains.</summary>
    public LocalizedSet<Checklist> Checklists { get; }

    /// <summary>Operations that events belong to.</summary>
    public LocalizedSet<Operation> Operations { get; }

    /// <summary>Services that events tell the state of.</summary>
    public LocalizedSet<ServiceState> States { get; }

    /// <summary>Signs of life.</summary>
    public LocalizedSet<Heartbeat> Heartbeats { get; }

    /// <summary>Entries by code.</summary>
    public CodeIndex Codes { get; }

    /// <summary>The families of codes.</summary>
    public CodeSchemeSet Schemes => _schemes.Value;

    /// <summary>What is wrong with the content as far as reading it showed, in the order of the files.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether content is missing because it could not be read.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The locales to look for when a reader asks for one, best first.</summary>
    public ImmutableArray<LocaleTag> ChainFor(LocaleTag requested) => LocaleChain.For(requested, Locales, DefaultLocale);
}
