using KbApi.Content.Diagnostics;
using KbApi.Content.Editing;
using KbApi.Content.Loading;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;

namespace KbApi.Rules.Fixes;

/// <summary>One article in all its locales while it is mended: tries fixes, and keeps those that make it better.</summary>
internal sealed class FixWorkspace
{
    private readonly AnalyzerDriver _driver;
    private readonly KnowledgeBaseLoader _loader;
    private List<ContentFile> _files;

    public FixWorkspace(AnalyzerDriver driver, KnowledgeBaseLoader loader, List<ContentFile> files)
    {
        _driver = driver;
        _loader = loader;
        _files = files;
    }

    /// <summary>The file with the fixes that make it better, or null where none does.</summary>
    public FixedFile? Mend(ContentFile file, SourceText text, List<(Diagnostic Diagnostic, Fix Fix)> candidates, CancellationToken cancellation)
    {
        var before = file.Read();
        var encoding = TextBytes.EncodingOf(before);
        var known = Analyze(_files, file, cancellation);
        var kept = candidates;
        if (!Improves(kept))
        {
            kept = [];
            foreach (var candidate in candidates)
            {
                List<(Diagnostic, Fix)> more = [.. kept, candidate];
                kept = Improves(more) ? more : kept;
            }
        }

        if (kept.Count == 0)
        {
            return null;
        }

        var after = Bytes(kept);
        _files = With(file, after);
        return new FixedFile(file, before, after, text, [.. kept.SelectMany(k => k.Fix.Changes).OrderBy(c => c.Span)], [.. kept.Select(k => k.Diagnostic)]);

        byte[] Bytes(IEnumerable<(Diagnostic Diagnostic, Fix Fix)> fixes) =>
            TextBytes.Encode(TextChanges.Apply(text.Content, fixes.SelectMany(f => f.Fix.Changes)), encoding);

        bool Improves(List<(Diagnostic Diagnostic, Fix Fix)> fixes)
        {
            var had = known.CountBy(d => d.Id).ToDictionary(StringComparer.Ordinal);
            // A finding about all content is not seen when its article stands alone; it is not asked for here.
            var seen = fixes.Count(f => known.Any(k => k.Id == f.Diagnostic.Id && k.Location.Span == f.Diagnostic.Location.Span));
            var found = Analyze(With(file, Bytes(fixes)), file, cancellation);
            return found.CountBy(d => d.Id).All(p => p.Value <= had.GetValueOrDefault(p.Key)) && found.Count <= known.Count - seen;
        }
    }

    private List<Diagnostic> Analyze(List<ContentFile> files, ContentFile file, CancellationToken cancellation) =>
        [.. _driver.Analyze(_loader.Load(files, progress: null, cancellation), cancellation).Where(d => d.Location.Path == file.Path)];

    private List<ContentFile> With(ContentFile file, byte[] bytes) =>
        [.. _files.Select(f => f.Path == file.Path ? ContentFile.InMemory(f.RelativePath, bytes) with { Path = f.Path } : f)];
}
