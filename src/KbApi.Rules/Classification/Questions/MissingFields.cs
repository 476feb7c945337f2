using System.Collections.Immutable;
using KbApi.Content.Model;
using KbApi.Rules.Classification.Ranking;
using KbApi.Rules.Classification.Words;

namespace KbApi.Rules.Classification.Questions;

/// <summary>Finds what the documents ask a report to contain and this one does not speak of.</summary>
internal static class MissingFields
{
    private const int MostFields = 8;
    private const double ShareOfMention = 0.5;

    /// <summary>Fields of the checklists of the candidates' documents; without candidates, of a knowledge base that has one checklist.</summary>
    public static ImmutableArray<IntakeField> Find(
        KnowledgeBase knowledgeBase, ImmutableArray<Candidate> candidates, ImmutableArray<LocaleTag> chain, ReportTexts texts, Vocabulary vocabulary)
    {
        var articles = candidates.Select(c => c.Article.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lists = knowledgeBase.Checklists.Items.OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => c.InFirstOf(chain)!).Where(c => articles.Count == 0 || articles.Contains(c.ArticleId)).ToList();
        return articles.Count == 0 && lists.Count != 1
            ? []
            : [.. lists.SelectMany(l => l.Fields).Where(f => !IsMentioned(f, texts.Words, vocabulary)).Take(MostFields)];
    }

    private static bool IsMentioned(IntakeField field, ReportWords report, Vocabulary vocabulary)
    {
        var name = new ReportWords(field.Name, vocabulary);
        var known = name.Known.ToList();
        return known.Count > 0 && known.Count(report.Contains) >= known.Count * ShareOfMention;
    }
}
