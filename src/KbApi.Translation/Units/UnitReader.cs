using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace KbApi.Translation.Units;

/// <summary>Takes documents apart into units of translation. Thread-safe.</summary>
internal sealed class UnitReader
{
    private static readonly string[] TranslatedFields = ["title", "description"];

    private readonly DocumentParser _parser = new();

    /// <summary>The units of an article, in the order of its text.</summary>
    public ImmutableArray<TranslationUnit> Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var codes = article.Entries.SelectMany(e => e.Codes).Where(c => !c.Span.IsEmpty).Select(c => (c.Span.Start, c.Span.End)).Distinct().OrderBy(c => c.Start).ThenByDescending(c => c.End).ToImmutableArray();
        var walk = new Walk(new LeafReader(article.Text, codes));
        foreach (var field in FrontMatterReader.Read(article.Text, article.FrontMatter.Span).Where(f => TranslatedFields.Contains(f.Key, StringComparer.OrdinalIgnoreCase)))
        {
            walk.AddField(field);
        }

        walk.Read(_parser.Parse(article.Text).Document);
        return UnitNames.Assign(article, walk.Units);
    }

    /// <summary>One walk through a document.</summary>
    private sealed class Walk(LeafReader leaves)
    {
        public List<DraftUnit> Units { get; } = [];

        public void AddField(FrontMatterField field) => Add(UnitKind.Metadata, leaves.Read(field), field.Key, field.Quote);

        public void Read(Block block)
        {
            switch (block)
            {
                case HtmlHeading heading:
                    Add(UnitKind.Heading, leaves.Read(heading.Content, isCell: false));
                    break;
                case HeadingBlock heading:
                    Add(UnitKind.Heading, leaves.Read(heading, isCell: false));
                    break;
                case ParagraphBlock paragraph:
                    var kind = KindOf(paragraph);
                    Add(kind, leaves.Read(paragraph, kind is UnitKind.Cell or UnitKind.Header));
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                case ContainerBlock container:
                    foreach (var child in container)
                    {
                        Read(child);
                    }

                    break;
            }
        }

        private static UnitKind KindOf(Block block)
        {
            for (var parent = block.Parent; parent is not null; parent = parent.Parent)
            {
                switch (parent)
                {
                    case TableCell:
                        return parent.Parent is TableRow { IsHeader: true } ? UnitKind.Header : UnitKind.Cell;
                    case ListItemBlock:
                        return UnitKind.Item;
                    case QuoteBlock:
                        return UnitKind.Quote;
                }
            }

            return UnitKind.Paragraph;
        }

        private void Add(UnitKind kind, ImmutableArray<InlinePiece> pieces, string? key = null, char quote = '\0')
        {
            if (!pieces.IsEmpty)
            {
                Units.Add(new DraftUnit(kind, new UnitText(pieces), TextSpan.FromBounds(pieces[0].Span.Start, pieces[^1].Span.End), key, quote));
            }
        }
    }
}

/// <summary>A unit without a name.</summary>
internal sealed record DraftUnit(UnitKind Kind, UnitText Text, TextSpan Span, string? Key, char Quote);
