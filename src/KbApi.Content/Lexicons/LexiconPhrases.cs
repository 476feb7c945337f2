namespace KbApi.Content.Lexicons;

/// <summary>The phrases of a lexicon file, by what they tell.</summary>
internal sealed class LexiconPhrases
{
    public List<string> Order { get; set; } = [];

    public List<string> Event { get; set; } = [];

    public List<string> Source { get; set; } = [];

    public List<string> Code { get; set; } = [];

    public List<string> ToAdministrator { get; set; } = [];

    public List<string> ToSupport { get; set; } = [];

    public List<string> UserFacing { get; set; } = [];

    public List<string> Intake { get; set; } = [];

    public List<string> Remedy { get; set; } = [];

    public List<string> Heartbeat { get; set; } = [];

    public List<string> Repeated { get; set; } = [];

    public List<string> Lamp { get; set; } = [];

    public List<string> Purpose { get; set; } = [];

    public List<string> Nothing { get; set; } = [];

    public List<string> Abbreviations { get; set; } = [];
}
