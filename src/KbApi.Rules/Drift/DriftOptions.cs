using KbApi.Content.Model;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Drift;

/// <summary>What is compared, and with what.</summary>
public sealed record DriftOptions
{
    /// <summary>The only locale to look at, or null for all that are not the originals'.</summary>
    public LocaleTag? Locale { get; init; }

    /// <summary>Whether an original without a document is reported, or only documents are looked at.</summary>
    public bool ReportsMissingArticles { get; init; } = true;

    /// <summary>The words of languages, for negations.</summary>
    public RuleVocabulary Vocabulary { get; init; } = RuleVocabulary.BuiltIn;

    /// <summary>Reads the original as it was at a revision, or gives null where that is not to be had. By default it never is.</summary>
    public Func<Article, string, Article?> OriginalAt { get; init; } = (_, _) => null;
}
