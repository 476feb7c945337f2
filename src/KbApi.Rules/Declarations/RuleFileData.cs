using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Content.Model;
using KbApi.Rules.Configuration;
using KbApi.Rules.Languages;

namespace KbApi.Rules.Declarations;

/// <summary>A rules file as it is written. A key that is none of these is an error.</summary>
internal sealed class RuleFileData
{
    public List<RuleData> Rules { get; set; } = [];

    public List<VocabularyFile> Vocabulary { get; set; } = [];

    /// <summary>A rule as it is written.</summary>
    internal sealed class RuleData
    {
        private const int MostPatterns = 1000;

        public string Id { get; set; } = "";

        public string Title { get; set; } = "";

        public Dictionary<string, string> Titles { get; set; } = [];

        public string Message { get; set; } = "";

        public Dictionary<string, string> Messages { get; set; } = [];

        public string Category { get; set; } = "custom";

        public string Severity { get; set; } = "warning";

        public string In { get; set; } = DeclaredField.Text;

        public List<string> Languages { get; set; } = [];

        public List<string> Find { get; set; } = [];

        public List<string> Expect { get; set; } = [];

        public bool Required { get; set; }

        public string? Replace { get; set; }

        /// <exception cref="FormatException">Something is missing or contradicts itself.</exception>
        public DeclaredRule Read()
        {
            Check(IsId(Id), $"'{Id}' is no id; write capital letters and digits, as in 'ACME1001', and not 'KB'");
            Check(Title.Length > 0 && Message.Length > 0, $"{Id} needs 'title' and 'message'");
            Check(DeclaredField.IsKnown(In), $"{Id} looks in '{In}'; there are {string.Join(", ", DeclaredField.Names)} and metadata.KEY");
            Check(Find.Count + Expect.Count > 0 || Required, $"{Id} needs one of 'find', 'expect' and 'required'");
            Check(Find.Count == 0 || (Expect.Count == 0 && !Required), $"{Id} has 'find' and 'expect' or 'required'; make two rules of it");
            Check(Replace is null || Find.Count > 0, $"{Id} has 'replace' without 'find'");
            Check(In != DeclaredField.Text || Find.Count > 0, $"{Id} expects something of 'text'; name a field");
            Check(Find.Count + Expect.Count <= MostPatterns && Find.Concat(Expect).All(p => p.Trim('*').Length > 0 && p.Length <= WordPattern.MostCharacters), $"{Id} has a pattern that is empty or longer than {WordPattern.MostCharacters} characters");
            var severity = SeverityOptions.Parse(Severity) ?? throw new FormatException($"{Id} has the severity '{Severity}'; there are error, warning, info and hidden");
            var texts = Texts();
            return new DeclaredRule
            {
                Descriptor = new DiagnosticDescriptor(Id, Category, severity, new LocalizableText(texts, nameof(Title)), new LocalizableText(texts, nameof(Message))),
                Field = In,
                Languages = [.. Languages.Select(l => LocaleTag.Parse(l).Language)],
                Find = [.. Find.Select(p => new WordPattern(p))],
                Expect = [.. Expect.Select(p => new WordPattern(p))],
                IsRequired = Required,
                Replacement = Replace,
            };
        }

        private FixedTexts Texts()
        {
            var texts = ImmutableDictionary.CreateBuilder<(string, string), string>();
            texts[("", nameof(Title))] = Title;
            texts[("", nameof(Message))] = Message;
            foreach (var (language, text) in Titles)
            {
                texts[(LocaleTag.Parse(language).Language, nameof(Title))] = text;
            }

            foreach (var (language, text) in Messages)
            {
                texts[(LocaleTag.Parse(language).Language, nameof(Message))] = text;
            }

            foreach (var message in texts.Where(t => t.Key.Item2 == nameof(Message)).Select(t => t.Value))
            {
                CheckFormat(message);
            }

            return new FixedTexts(texts.ToImmutable());
        }

        private void CheckFormat(string message)
        {
            try
            {
                _ = string.Format(System.Globalization.CultureInfo.InvariantCulture, message, "", "");
            }
            catch (FormatException e)
            {
                throw new FormatException($"the message of {Id} has a place that is neither {{0}} (what was found) nor {{1}} (what is put there); write '{{{{' for a brace", e);
            }
        }

        private static bool IsId(string id)
        {
            var letters = id.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
            return letters is >= 2 and <= 10 && id.Length - letters is >= 3 and <= 5 && id.AsSpan(letters).IndexOfAnyExceptInRange('0', '9') < 0 && !(letters == 2 && id.StartsWith("KB", StringComparison.Ordinal));
        }

        private static void Check(bool condition, string otherwise)
        {
            if (!condition)
            {
                throw new FormatException(otherwise);
            }
        }
    }
}
