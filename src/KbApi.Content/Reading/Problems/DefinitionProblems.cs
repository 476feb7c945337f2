using KbApi.Content.Lexicons;
using KbApi.Content.Model;
using KbApi.Content.Reading.Entries;
using KbApi.Content.Reading.Titles;
using KbApi.Content.Syntax;
using KbApi.Content.Text;
using Markdig.Syntax;

namespace KbApi.Content.Reading.Problems;

/// <summary>Reads definition lists whose terms are errors. Glossaries and parameters have the same form, so a title or most of the terms have to say so.</summary>
internal sealed class DefinitionProblems(DocumentContext context)
{
    private const int MinTerms = 2;

    private readonly TitleReader _titles = new(context);

    /// <summary>The problems right below a topic's title; none where it has no such list.</summary>
    public IReadOnlyList<EntryDraft> Read(Topic topic) => topic.Blocks.Exists(static b => b is DefinitionTerm) ? ReadTerms(topic) : (IReadOnlyList<EntryDraft>)[];

    private List<EntryDraft> ReadTerms(Topic topic)
    {
        var definitions = DefinitionsOf(topic);
        var codes = definitions.Count(d => d.Kind == TitleKind.Code);
        var problems = definitions.Count(IsProblem);
        var isAmong = topic.Kind is TitleKind.Collection or TitleKind.Guide or TitleKind.Names || topic.IsInGuide;
        return (isAmong && problems * 2 > definitions.Count) || (codes >= MinTerms && codes * 2 > definitions.Count)
            ? [.. definitions.Where(d => d.Kind is not (TitleKind.Label or TitleKind.HowTo or TitleKind.Excluded)).Select(d => Draft(topic, d))]
            : [];
    }

    private bool IsProblem(Definition definition) =>
        definition.Kind is TitleKind.Code or TitleKind.States or TitleKind.Names or TitleKind.Symbol
        || definition.Texts.Exists(t => context.Inlines.Read(t).KindsIn(context.Lexicon).Has(ProblemCue.Failure));

    private List<Definition> DefinitionsOf(Topic topic)
    {
        var definitions = new List<Definition>();
        foreach (var block in topic.Blocks)
        {
            if (block is DefinitionTerm term)
            {
                var title = context.Inlines.Read(term);
                definitions.Add(new Definition(title, term, _titles.Read(title), []));
            }
            else if (definitions.Count > 0 && (block is DefinitionText || definitions[^1].Texts.Count > 0))
            {
                definitions[^1].Texts.Add(block);
            }
        }

        return definitions.FindAll(d => d.Texts.Count > 0 && !d.Title.IsEmpty);
    }

    private EntryDraft Draft(Topic topic, Definition definition) => new()
    {
        Shape = EntryShape.Lead,
        Span = context.Trimmed(TextSpan.FromBounds(InlineTextReader.SpanOf(definition.Term).Start, InlineTextReader.EndOf(definition.Texts[^1]))),
        Section = topic.Section,
        Title = definition.Title,
        Parts = [new DraftPart(ColumnRole.Symptom, definition.Title), .. definition.Texts.Select(t => new DraftPart(ColumnRole.Description, context.Inlines.Read(t))).Where(p => !p.Text.IsEmpty)],
        Source = LogSource.Find(topic.Section, context.Lexicon),
    };

    private sealed record Definition(InlineText Title, DefinitionTerm Term, TitleKind Kind, List<Block> Texts);
}
