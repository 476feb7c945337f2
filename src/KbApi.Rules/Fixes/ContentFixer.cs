using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Rules.Analysis;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Fixes;

/// <summary>
/// Mends findings. The fixes of a file are made together, and the article is read and analyzed again in all its locales: where the file
/// then has a finding that was not there before, they are tried one by one, and those that make things worse are left out.
/// </summary>
/// <param name="driver">Finds what to mend.</param>
/// <param name="providers">Know how.</param>
/// <param name="options">How the content is loaded.</param>
public sealed class ContentFixer(AnalyzerDriver driver, IEnumerable<FixProvider> providers, LoadOptions options)
{
    private readonly KnowledgeBaseLoader _loader = new(options);

    private readonly ILookup<string, FixProvider> _providers =
        providers.SelectMany(p => p.FixableDiagnosticIds.Select(id => (Id: id, Provider: p))).ToLookup(p => p.Id, p => p.Provider, StringComparer.Ordinal);

    /// <summary>The files that can be mended, mended in memory; nothing is written.</summary>
    /// <param name="files">The content.</param>
    /// <param name="wants">Which findings to mend.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ImmutableArray<FixedFile> Fix(IReadOnlyList<ContentFile> files, Func<Diagnostic, bool> wants, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(wants);
        var knowledgeBase = _loader.Load(files, progress: null, cancellation);
        var wanted = driver.Analyze(knowledgeBase, cancellation).Where(wants).Where(d => _providers.Contains(d.Id)).ToLookup(d => d.Location.Path, StringComparer.Ordinal);
        var configuration = files.Where(f => ContentLayout.IsConfiguration(f.RelativePath)).ToList();
        var byPath = files.DistinctBy(f => f.Path).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var fixedFiles = ImmutableArray.CreateBuilder<FixedFile>();
        foreach (var article in knowledgeBase.Articles.Items.Where(a => a.Variants.Any(v => wanted.Contains(v.Text.Path))))
        {
            // What a fix changes shows in the article itself and in its translations, which are few; all else stays as it is.
            var workspace = new FixWorkspace(driver, _loader, [.. configuration, .. article.Variants.Select(v => byPath[v.Text.Path])]);
            foreach (var variant in article.Variants.Where(v => wanted.Contains(v.Text.Path)))
            {
                cancellation.ThrowIfCancellationRequested();
                var candidates = Candidates(wanted[variant.Text.Path], new DocumentSyntax(variant));
                if (workspace.Mend(byPath[variant.Text.Path], variant.Text, candidates, cancellation) is { } mended)
                {
                    fixedFiles.Add(mended);
                }
            }
        }

        return [.. fixedFiles.OrderBy(f => f.File.Path, StringComparer.Ordinal)];
    }

    private List<(Diagnostic Diagnostic, Fix Fix)> Candidates(IEnumerable<Diagnostic> diagnostics, DocumentSyntax document)
    {
        var chosen = new List<(Diagnostic, Fix)>();
        var taken = new List<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            var fix = _providers[diagnostic.Id].Select(p => p.GetFix(diagnostic, document)).FirstOrDefault(f => f is not null);
            // Of two fixes for the same characters the first is made; a second run sees to the other.
            if (fix is not null && !fix.Changes.Any(c => taken.Any(t => TextChanges.Overlap(t.Span, c.Span))))
            {
                chosen.Add((diagnostic, fix));
                taken.AddRange(fix.Changes);
            }
        }

        return chosen;
    }
}
