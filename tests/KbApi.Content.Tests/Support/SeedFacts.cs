using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KbApi.Content.Model;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Support;

/// <summary>Writes what was understood of a document whose text may not be stored: lines, codes, roles and numbers; no sentence of it.</summary>
internal static class SeedFacts
{
    public static string Write(Article article)
    {
        var lines = new List<string>();
        lines.AddRange(article.Sections.Select(s => $"section {s.Level} {s.Anchor} {Lines(article, s.Span)}"));
        foreach (var entry in article.Entries)
        {
            lines.Add($"entry {entry.StartLine} {Name(entry)} {entry.Shape} {entry.Severity} {entry.Audience} handOff={entry.HandOff?.ToString() ?? "-"} source={entry.Source ?? "-"}");
            lines.Add($"  codes: {string.Join(' ', entry.Codes.Select(c => $"{c.Code.Scheme}:{c.Code.Value}:{c.Role}"))}");
            lines.Add(Invariant($"  symptoms={entry.Symptoms.Length} messages={entry.Messages.Length} descriptions={entry.Descriptions.Length} technical={entry.TechnicalDetails.Length}")
                + Invariant($" causes={entry.Causes.Length} resolution={entry.Resolution?.Paragraphs.Length ?? 0} steps={entry.Resolution?.Steps.Length ?? 0} discriminators={entry.Discriminators.Length}"));
            lines.AddRange(entry.Constraints.Select(c => "  " + ConstraintText.Of(c)));
            lines.AddRange(entry.Links.Select(l => "  link " + l.Target));
            lines.AddRange((entry.Resolution?.Procedures ?? []).Select(p => "  procedure " + p));
        }

        lines.AddRange(article.Procedures.Select(p => Invariant($"procedure {p.Id} {p.StartLine}-{p.EndLine} steps={p.Steps.Length} warnings={p.Warnings.Length}")
            + $" images={string.Join(',', p.Steps.Select(s => s.Images.Length))} lines={string.Join(',', p.Steps.Select(s => Lines(article, s.Text.Span)))}"));
        lines.AddRange(article.Ladders.SelectMany(l => l.Rungs.Select(r => $"rung {l.Id} {r.Anchor} {r.Procedure ?? "-"}")));
        lines.AddRange(article.Checklists.SelectMany(c => c.Fields.Select(f => Invariant($"field {c.Id} {Lines(article, f.Span)} details={f.Details.Length}"))));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The entry's id where it is a code; a hash of it where it is made of the document's words.</summary>
    private static string Name(Entry entry) => entry.Codes.Any(c => c.Role == CodeRole.Identifying)
        ? entry.Id
        : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Id)))[..8];

    private static string Lines(Article article, TextSpan span) => Invariant($"{article.Text.GetLine(span.Start) + 1}-{article.Text.GetLine(Math.Max(span.Start, span.End - 1)) + 1}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
