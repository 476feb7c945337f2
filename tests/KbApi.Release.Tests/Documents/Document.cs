using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KbApi.Release.Tests.Documents;

/// <summary>A document of the repository that people read.</summary>
/// <param name="Path">Its path from the root, with slashes.</param>
/// <param name="Syntax">What it says.</param>
internal sealed record Document(string Path, MarkdownDocument Syntax)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private static readonly string[] Places = ["docs", "src", "clients", "samples"];

    public static Document Read(string path) => new(path, Markdown.Parse(File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)), Pipeline));

    /// <summary>The paths of all of them but the content, which has rules of its own, and samples of content.</summary>
    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Places.SelectMany(p => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, p), "*.md", SearchOption.AllDirectories)))
            .Select(p => System.IO.Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/node_modules/", StringComparison.Ordinal) && !p.StartsWith("samples/declared-rules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>The targets of its links and pictures.</summary>
    public IEnumerable<string> Targets => Syntax.Descendants<LinkInline>().Select(l => l.Url ?? "");

    /// <summary>What its headings can be linked by, as GitHub makes it of them.</summary>
    public IReadOnlySet<string> Anchors()
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in Syntax.Descendants<HeadingBlock>())
        {
            var anchor = AnchorOf(TextOf(heading.Inline!));
            var taken = anchor;
            for (var n = 1; !anchors.Add(taken); n++)
            {
                taken = $"{anchor}-{n}";
            }
        }

        foreach (var html in Syntax.Descendants<HtmlInline>().Select(h => h.Tag).Where(t => t.StartsWith("<a name=\"", StringComparison.Ordinal)))
        {
            anchors.Add(html.Split('"')[1]);
        }

        return anchors;
    }

    public static string AnchorOf(string heading) =>
        new([.. heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_').Select(c => c == ' ' ? '-' : c)]);

    private static string TextOf(ContainerInline inline) => string.Concat(inline.Descendants().Select(i => i switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));
}
