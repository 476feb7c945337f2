using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Rules.Catalog;
using KbApi.Rules.Testing;

namespace KbApi.Rules.Tests.Rules;

/// <summary>The examples of the rules' pages, run: the wrong one has the findings that are marked, the right one none.</summary>
public class RulePageTests
{
    private static readonly KnowledgeBase Content = new KnowledgeBaseLoader().Load(Repository.Content);

    public static IEnumerable<object[]> Rules =>
        from rule in ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors) from locale in new[] { "en-US", "sv-SE" } select new object[] { rule.Id, locale };

    public static IEnumerable<object[]> RulesWithExamples => Rules.Where(r => ExamplesOf((string)r[0], (string)r[1]).Count > 0);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_that_its_id_leads_to(string id, string locale)
    {
        var owner = Assert.Single(Content.Codes.Find(id).Owners);
        var entry = Content.Entries.Find(owner.EntryId)?.In(LocaleTag.Parse(locale));
        Assert.NotNull(entry);
        Assert.NotEmpty(entry.Causes);
        Assert.NotNull(entry.Resolution);
        var code = Assert.Single(entry.Codes, c => c.Role == CodeRole.Identifying);
        Assert.Equal(id, code.Code.Value);
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public void The_examples_of_a_page_are_true(string id, string locale)
    {
        var verifier = new RuleVerifier([.. BuiltInRules.Analyzers.Where(a => a.SupportedDiagnostics.Any(d => d.Id == id))]);
        foreach (var example in ExamplesOf(id, locale))
        {
            verifier.Verify(example);
        }

        Assert.Contains(ExamplesOf(id, locale), e => e.Any(d => d.Markup.Contains("{|" + id, StringComparison.Ordinal)));
        Assert.Contains(ExamplesOf(id, locale), e => e.All(d => !d.Markup.Contains("{|", StringComparison.Ordinal)));
    }

    public static IEnumerable<object[]> FixableRules => BuiltInRules.FixProviders.SelectMany(p => p.FixableDiagnosticIds).Select(id => new object[] { id });

    [Theory]
    [MemberData(nameof(FixableRules))]
    public void A_fix_makes_the_right_example_of_the_wrong_one(string id)
    {
        var examples = ExamplesOf(id, "en-US");
        var wrong = examples[0].Single(d => d.Markup.Contains("{|", StringComparison.Ordinal));
        var right = examples[1].Single(d => d.Path == wrong.Path);
        new RuleVerifier([.. BuiltInRules.Analyzers.Where(a => a.SupportedDiagnostics.Any(d => d.Id == id))])
            .VerifyFix(BuiltInRules.FixProviders[0], wrong, right.Markup, [.. examples[0].Where(d => d != wrong)]);
    }

    /// <summary>The example fences of a rule's section, those of one example together.</summary>
    private static List<ImmutableArray<TestDocument>> ExamplesOf(string id, string locale)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Content, locale, "rules", $"kb{id[2..4]}xx.md")).ReplaceLineEndings("\n");
        var start = text.IndexOf($"</a>{id}:", StringComparison.Ordinal);
        var end = text.IndexOf("\n## <a name", start, StringComparison.Ordinal);
        var parts = text[start..(end < 0 ? text.Length : end)].Split("\n````");
        var examples = new List<ImmutableArray<TestDocument>>();
        var current = ImmutableArray.CreateBuilder<TestDocument>();
        for (var i = 1; i < parts.Length; i += 2)
        {
            var cut = parts[i].IndexOf('\n', StringComparison.Ordinal);
            var where = parts[i][..cut].Split(' ') is [_, var named] ? named : "en-US";
            current.Add(new TestDocument(where + "/example.md", parts[i][(cut + 1)..] + "\n"));
            if (parts[i + 1].Trim().Length > 0 || i + 2 >= parts.Length)
            {
                examples.Add(current.ToImmutable());
                current.Clear();
            }
        }

        return examples;
    }
}
