using System.Collections.Immutable;
using KbApi.Content.Configuration;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Fixes;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Declarations;

/// <summary>Rules and words that stand beside the content, in files <c>kb-rules.yaml</c>.</summary>
/// <param name="Analyzers">The declared rules.</param>
/// <param name="FixProviders">What mends their findings.</param>
/// <param name="Vocabulary">The words, those of the library among them.</param>
/// <param name="Diagnostics">What is wrong with the files. A file that is wrong is not used.</param>
public sealed record RuleFile(ImmutableArray<ContentAnalyzer> Analyzers, ImmutableArray<FixProvider> FixProviders, RuleVocabulary Vocabulary, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The name of the files.</summary>
    public const string FileName = "kb-rules.yaml";

    /// <summary>No files: the words of the library, and no rules.</summary>
    public static RuleFile Empty { get; } = new([], [], RuleVocabulary.BuiltIn, []);

    /// <summary>This and what another file says.</summary>
    /// <param name="path">What people call the file.</param>
    /// <param name="yaml">Its text.</param>
    public RuleFile With(string path, string yaml)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(yaml);
        try
        {
            var data = ConfigurationYaml.Read<RuleFileData>(yaml);
            var rules = data.Rules.Select(r => r.Read()).ToList();
            var taken = Analyzers.SelectMany(a => a.SupportedDiagnostics).Concat(rules.Select(r => r.Descriptor)).CountBy(d => d.Id).FirstOrDefault(p => p.Value > 1);
            if (taken.Key is not null)
            {
                throw new FormatException($"the id {taken.Key} is used twice");
            }

            var fixable = rules.Where(r => r.Replacement is not null).Select(r => r.Descriptor.Id).ToImmutableArray();
            return new RuleFile(
                [.. Analyzers, .. rules.Select(r => new DeclaredRuleAnalyzer(r))],
                fixable.IsEmpty ? FixProviders : [.. FixProviders, new ReplacementFixProvider(fixable)],
                data.Vocabulary.Aggregate(Vocabulary, (all, file) => all.With(file)),
                Diagnostics);
        }
        catch (FormatException e)
        {
            var position = (e as ConfigurationException)?.Position ?? default;
            return this with { Diagnostics = Diagnostics.Add(Diagnostic.Create(EngineDiagnostics.WrongRuleFile, new Location(path.Replace('\\', '/'), default, position, position), e.Message)) };
        }
    }
}
