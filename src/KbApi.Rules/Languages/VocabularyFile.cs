using System.Collections.Immutable;
using KbApi.Content.Model;

namespace KbApi.Rules.Languages;

/// <summary>The words of one language as a file states them. A key that is none of these is an error.</summary>
internal sealed class VocabularyFile
{
    public string Language { get; set; } = "";

    public List<string> Negations { get; set; } = [];

    public List<string> Steps { get; set; } = [];

    public List<string> SectionAbove { get; set; } = [];

    public Dictionary<int, List<string>> AfterSteps { get; set; } = [];

    public Dictionary<string, string> Opposites { get; set; } = [];

    public Dictionary<string, string> Glue { get; set; } = [];

    public Dictionary<string, string> Misspelt { get; set; } = [];

    public List<TermLine> Terms { get; set; } = [];

    /// <exception cref="FormatException">The language is no tag, or a term lacks something.</exception>
    public (string Language, LanguageWords Words) Read()
    {
        var language = LocaleTag.Parse(Language).Language;
        return (language, new LanguageWords
        {
            Negations = [.. Negations],
            Steps = [.. Steps],
            SectionAbove = [.. SectionAbove],
            AfterSteps = AfterSteps.ToImmutableSortedDictionary(p => p.Key, p => p.Value.ToImmutableArray()),
            Opposites = [.. Opposites.Select(o => (o.Key, o.Value))],
            Glue = [.. Glue.Select(g => (g.Key, g.Value))],
            Misspelt = Misspelt.ToImmutableSortedDictionary(StringComparer.OrdinalIgnoreCase),
            Terms = [.. Terms.Select(t => t.Read())],
        });
    }

    /// <summary>A term as a file states it.</summary>
    internal sealed class TermLine
    {
        public string From { get; set; } = "en";

        public string Term { get; set; } = "";

        public List<string> Accept { get; set; } = [];

        public List<string> Reject { get; set; } = [];

        public GlossaryTerm Read() => Term.Length > 0 && Accept.Count > 0 && Reject.Count > 0
            ? new GlossaryTerm(LocaleTag.Parse(From).Language, Term, [.. Accept], [.. Reject])
            : throw new FormatException($"the term '{Term}' needs 'term', 'accept' and 'reject'");
    }
}
