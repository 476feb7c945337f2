using System.Collections.Immutable;
using KbApi.Content.Alignment;
using KbApi.Content.Model;
using KbApi.Server.Budget;
using KbApi.Server.Contracts;
using KbApi.Server.Http;
using KbApi.Server.Procedures;

namespace KbApi.Server.Entries;

/// <summary>Makes answers of entries.</summary>
internal sealed class EntryMapper(AnswerScope request)
{
    private readonly KnowledgeBase _knowledgeBase = request.KnowledgeBase;

    /// <summary>The entry in the locale of the request, or null where no locale may stand in.</summary>
    public EntryResponse? Map(Localized<Entry> item)
    {
        if (request.Locale.Choose(item) is not { } chosen)
        {
            return null;
        }

        var (entry, fieldLocales) = request.Locale.Fallback == Fallback.Field
            ? FieldFallback.Fill(chosen, request.Locale.Chain.Select(item.In).OfType<Entry>())
            : (chosen, null);
        var staleness = StalenessReader.Compare(item.In(_knowledgeBase.DefaultLocale), chosen);
        return new EntryResponse
        {
            Id = entry.Id,
            Locale = entry.Locale.Value,
            RequestedLocale = request.Locale.Requested.Value,
            IsFallback = entry.Locale.Language != request.Locale.Requested.Language,
            FieldLocales = fieldLocales,
            Staleness = new StalenessResponse
            {
                State = staleness.State,
                Reasons = [.. staleness.Reasons.Select(r => new StalenessReasonResponse { Field = r.Field, Source = r.Source, Here = r.Here })],
            },
            Article = entry.ArticleId,
            Surface = entry.Section,
            Codes = CodesOf(entry),
            Title = entry.Title.Text,
            Severity = entry.Severity,
            Audience = entry.Audience,
            HandOff = entry.HandOff,
            Symptoms = Texts(entry.Symptoms),
            Messages = [.. entry.Messages.Select(m => new MessageResponse { Text = m.Text, Literal = m.IsLiteral })],
            Descriptions = Texts(entry.Descriptions),
            TechnicalDetails = Texts(entry.TechnicalDetails),
            Causes = Texts(entry.Causes),
            Resolution = entry.Resolution is { } resolution ? Map(resolution) : null,
            Constraints = [.. entry.Constraints.Select(Map)],
            Discriminators = [.. entry.Discriminators.Select(d => new DiscriminatorResponse { Fact = d.Fact.Text, Others = d.Others })],
            Links = [.. entry.Links.Select(l => new LinkResponse { Text = l.Text, Target = l.Target })],
            Related = [.. new RelatedEntries(_knowledgeBase).Of(entry).Select(r => request.Detail == Detail.Full ? r with { Title = TitleOf(r.Id) } : r)],
            Operation = OperationRoles.Of(entry, _knowledgeBase),
            Source = SourceOf(entry),
            Locales = [.. item.Variants.Select(v => v.Locale.Value)],
            Procedures = request.Detail == Detail.Full ? ProcedureMapper.MapAll(entry.Resolution?.Procedures ?? [], request) : null,
        };
    }

    /// <summary>The title of an entry in the best locale for the request, or null where there is none.</summary>
    public string? TitleOf(string entryId) => _knowledgeBase.Entries.Find(entryId) is { } item ? request.Locale.Choose(item)?.Title.Text : null;

    /// <summary>Where an item stands.</summary>
    public SourceResponse SourceOf(KnowledgeItem item)
    {
        var article = _knowledgeBase.Articles.Find(item.ArticleId)!.In(item.Locale)!;
        return new SourceResponse
        {
            Path = article.Text.Path,
            StartLine = item.StartLine,
            EndLine = item.EndLine,
            Revision = article.Text.Revision,
        };
    }

    /// <summary>The codes of an entry; none where there is no entry.</summary>
    public static CodeResponse[] CodesOf(Entry? entry)
    {
        var codes = entry?.Codes ?? [];
        var answers = new CodeResponse[codes.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var (code, role) = (codes[i].Code, codes[i].Role);
            answers[i] = new CodeResponse { Scheme = code.Scheme, Value = code.Value, Source = code.Source, Role = role };
        }

        return answers;
    }

    public static ResolutionResponse Map(Resolution resolution)
    {
        var summary = string.Join("\n\n", resolution.Paragraphs.Select(p => WithoutSteps(p.Text, resolution.Steps)).Where(t => t.Length > 0));
        return new ResolutionResponse
        {
            Summary = summary.Length == 0 ? null : summary,
            Steps = Texts(resolution.Steps),
            Procedures = resolution.Procedures,
        };
    }

    private static string WithoutSteps(string paragraph, ImmutableArray<Prose> steps) =>
        steps.IsEmpty ? paragraph : string.Join('\n', paragraph.Split('\n').Where(line => !steps.Any(s => line.EndsWith(s.Text, StringComparison.Ordinal))));

    private static ConstraintResponse Map(Constraint constraint) => new()
    {
        Kind = constraint.Kind,
        Value = constraint.Quantity.Value,
        Unit = constraint.Quantity.Unit,
        Bound = constraint.Bound,
        To = constraint.To,
        Per = constraint.Per is { } per ? new QuantityResponse { Value = per.Value, Unit = per.Unit } : null,
        Text = constraint.Text,
    };

    private static List<string> Texts(ImmutableArray<Prose> prose) => [.. prose.Select(p => p.Text)];
}
