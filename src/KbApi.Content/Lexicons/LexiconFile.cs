namespace KbApi.Content.Lexicons;

/// <summary>A lexicon as it stands in its YAML file; every key is optional but <c>language</c>.</summary>
internal sealed class LexiconFile
{
    public string Language { get; set; } = "";

    public Dictionary<ColumnRole, List<string>> Headers { get; set; } = [];

    public Dictionary<LabelRole, List<string>> Labels { get; set; } = [];

    public LexiconPhrases Phrases { get; set; } = new();

    public Dictionary<ProblemCue, List<string>> Problems { get; set; } = [];

    public List<string> Actions { get; set; } = [];

    /// <summary>Verbs among the actions that are nouns as well.</summary>
    public List<string> Nouns { get; set; } = [];

    /// <summary>Words that stand behind a verb and not behind a noun that a sentence is about: articles, "that", "if".</summary>
    public List<string> Determiners { get; set; } = [];

    /// <summary>Pronouns that are written onto verbs, with the hyphen where there is one.</summary>
    public List<string> Enclitics { get; set; } = [];

    public Dictionary<string, decimal> Numbers { get; set; } = [];

    public Dictionary<string, decimal> Ordinals { get; set; } = [];

    public List<string> OrdinalSuffixes { get; set; } = [];

    public Dictionary<string, List<string>> Units { get; set; } = [];

    public Dictionary<QuantityBound, List<string>> Bounds { get; set; } = [];

    public List<string> Per { get; set; } = [];

    public List<string> Ports { get; set; } = [];
}
