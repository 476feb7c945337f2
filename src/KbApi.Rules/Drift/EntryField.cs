using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Rules.Drift;

/// <summary>A field of an item as texts that can be compared.</summary>
/// <param name="Name">Its name in the spelling of the API.</param>
/// <param name="Texts">Its texts, in order.</param>
internal sealed record EntryField(string Name, ImmutableArray<Prose> Texts)
{
    public const string Codes = "codes";
    public const string Links = "links";
    public const string Severity = "severity";
    public const string Steps = "steps";

    /// <summary>All its texts, in lines.</summary>
    public string Text { get; } = string.Join('\n', Texts.Select(t => t.Text));

    /// <summary>Where it stands, or null where it is empty.</summary>
    public TextSpan? Span { get; } = Texts.IsEmpty ? null : Texts.Select(t => t.Span).Aggregate((a, b) => a.Union(b));

    /// <summary>The fields of running text of an entry, in the order of the model. A message that another field quotes is compared there.</summary>
    public static ImmutableArray<EntryField> Of(Entry entry)
    {
        ImmutableArray<Prose> symptoms = entry.Symptoms.IsEmpty ? [entry.Title] : entry.Symptoms;
        ImmutableArray<Prose> resolution = entry.Resolution?.Paragraphs ?? [];
        List<Prose> prose = [.. symptoms, .. entry.Descriptions, .. entry.TechnicalDetails, .. entry.Causes, .. resolution];
        var messages = entry.Messages.Where(m => !prose.Exists(p => p.Span.Contains(m.Span))).Select(m => new Prose(m.Text, m.Span));
        return
        [
            new("symptoms", symptoms), new("messages", [.. messages]), new("descriptions", entry.Descriptions),
            new("technicalDetails", entry.TechnicalDetails), new("causes", entry.Causes), new("resolution", resolution),
        ];
    }

    /// <summary>The fields of running text of numbered steps; the steps themselves are compared one by one.</summary>
    public static ImmutableArray<EntryField> Of(Procedure procedure) =>
    [
        new("title", [procedure.Title]),
        new("introduction", procedure.Introduction is { } introduction ? [introduction] : []),
        new("warnings", procedure.Warnings),
        new(Steps, [.. procedure.Steps.Select(s => s.Text)]),
    ];
}
