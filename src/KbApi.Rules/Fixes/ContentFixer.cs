using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Analysis;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Fixes;

/// <summary>A document before and after.</summary>
/// <param name="File">The file.</param>
/// <param name="Before">Its bytes before.</param>
/// <param name="After">Its bytes after.</param>
/// <param name="Fixed">The findings that were mended.</param>
public sealed record FixedFile(ContentFile File, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After, ImmutableArray<Diagnostic> Fixed);

/// <summary>
/// Mends findings. The fixes of a file are made together, and the result is analyzed again: where it has a finding that was not there
/// before, they are tried one by one, and those that make things worse are left out.
/// </summary>
/// <param name="driver">Finds what to mend.</param>
/// <param name="providers">Know how.</param>
/// <param name="options">How the content is loaded.</param>
public sealed class ContentFixer(AnalyzerDriver driver, IEnumerable<FixProvider> providers, LoadOptions options)
{
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
        var loader = new KnowledgeBaseLoader(options);
        var knowledgeBase = loader.Load(files, progress: null, cancellation);
        var findings = driver.Analyze(knowledgeBase, cancellation);
        var documents = knowledgeBase.Articles.Items.SelectMany(a => a.Variants).ToDictionary(a => a.Text.Path, StringComparer.Ordinal);
        var fixedFiles = ImmutableArray.CreateBuilder<FixedFile>();
        IReadOnlyList<ContentFile> current = files;
        foreach (var group in findings.Where(wants).Where(d => _providers.Contains(d.Id)).GroupBy(d => d.Location.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var file = files.FirstOrDefault(f => f.Path == group.Key);
            if (file is null || !documents.TryGetValue(group.Key, out var article))
            {
                continue;
            }

            var candidates = Candidates(group, new DocumentSyntax(article));
            var known = findings.Where(d => d.Location.Path == group.Key).ToList();
            if (FixFile(loader, current, file, article, candidates, known, cancellation) is { } mended)
            {
                fixedFiles.Add(mended);
                current = With(current, file, mended.After.ToArray());
            }
        }

        return fixedFiles.ToImmutable();
    }

    private List<(Diagnostic Diagnostic, Fix Fix)> Candidates(IEnumerable<Diagnostic> diagnostics, DocumentSyntax document)
    {
        var chosen = new List<(Diagnostic, Fix)>();
        var taken = new List<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            var fix = _providers[diagnostic.Id].Select(p => p.GetFix(diagnostic, document)).FirstOrDefault(f => f is not null);
            // Of two fixes for the same characters the first is made; a second run sees to the other.
            if (fix is not null && !fix.Changes.Any(c => taken.Any(t => FixedText.Overlap(t.Span, c.Span))))
            {
                chosen.Add((diagnostic, fix));
                taken.AddRange(fix.Changes);
            }
        }

        return chosen;
    }

    private FixedFile? FixFile(
        KnowledgeBaseLoader loader, IReadOnlyList<ContentFile> files, ContentFile file, Article article, List<(Diagnostic Diagnostic, Fix Fix)> candidates, List<Diagnostic> known, CancellationToken cancellation)
    {
        var before = file.Read();
        var encoding = TextBytes.EncodingOf(before);
        var kept = candidates;
        if (!Improves(Bytes(kept), kept.Count))
        {
            kept = [];
            foreach (var candidate in candidates)
            {
                List<(Diagnostic, Fix)> more = [.. kept, candidate];
                kept = Improves(Bytes(more), more.Count) ? more : kept;
            }
        }

        return kept.Count == 0 ? null : new FixedFile(file, before, Bytes(kept), [.. kept.Select(k => k.Diagnostic)]);

        byte[] Bytes(IEnumerable<(Diagnostic Diagnostic, Fix Fix)> fixes) =>
            TextBytes.Encode(FixedText.Apply(article.Text.Content, fixes.SelectMany(f => f.Fix.Changes)), encoding);

        bool Improves(byte[] bytes, int count)
        {
            var after = driver.Analyze(loader.Load(With(files, file, bytes), progress: null, cancellation), cancellation).Where(d => d.Location.Path == file.Path).ToList();
            var had = known.CountBy(d => d.Id).ToDictionary(StringComparer.Ordinal);
            return after.CountBy(d => d.Id).All(p => p.Value <= had.GetValueOrDefault(p.Key)) && after.Count <= known.Count - count;
        }
    }

    private static List<ContentFile> With(IReadOnlyList<ContentFile> files, ContentFile file, byte[] bytes) =>
        [.. files.Select(f => f.Path == file.Path ? f with { Stamp = Guid.NewGuid().ToString(), Length = bytes.Length, Read = () => bytes } : f)];
}
