using System.Collections.Frozen;

namespace KbApi.Content.Lexicons;

/// <summary>
/// What documents in a language call the parts of a problem: table headers, labels, phrases and verbs. Made of one or more files;
/// where they disagree about a word, the first of them is right.
/// </summary>
public sealed class Lexicon
{
    /// <summary>Shorter words of another language mean something else in this one: "ok" is a cause in Hungarian.</summary>
    private const int MinForeignLength = 4;

    internal Lexicon(string language, IReadOnlyList<LexiconFile> files, IReadOnlyList<LexiconFile> otherFiles, bool knowsInstructions)
    {
        Language = language;
        KnowsInstructions = knowsInstructions;
        Headers = Roles(files.Select(f => f.Headers), otherFiles.Select(f => f.Headers));
        Labels = Roles(files.Select(f => f.Labels), otherFiles.Select(f => f.Labels));
        Actions = files.SelectMany(f => f.Actions).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Quantities = new QuantityWords(files);
        Problems = new ProblemCues(files);
        Order = Phrases(files, p => p.Order);
        Event = Phrases(files, p => p.Event);
        Source = Phrases(files, p => p.Source);
        Code = Phrases(files, p => p.Code);
        ToAdministrator = Phrases(files, p => p.ToAdministrator);
        ToSupport = Phrases(files, p => p.ToSupport);
        UserFacing = Phrases(files, p => p.UserFacing);
        Intake = Phrases(files, p => p.Intake);
        Remedy = Phrases(files, p => p.Remedy);
        HandOver = Phrases(files, p => [.. p.ToAdministrator, .. p.ToSupport]);
        Instruction = Phrases(files, p => [.. p.Remedy, .. p.ToAdministrator, .. p.ToSupport]);
        Heartbeat = Phrases(files, p => p.Heartbeat);
        Repeated = Phrases(files, p => p.Repeated);
        Abbreviations = Phrases(files, p => p.Abbreviations);
    }

    /// <summary>The language, as the primary subtag of BCP 47.</summary>
    public string Language { get; }

    /// <summary>Whether the language's own verbs are known; where they are not, a sentence can't be told to be an instruction.</summary>
    public bool KnowsInstructions { get; }

    /// <summary>Table headers by their normalised text; of every language that is known, this one's first.</summary>
    public FrozenDictionary<string, ColumnRole> Headers { get; }

    /// <summary>
    /// Headers that a knowledge base adds, by their normalised text. They were chosen for its documents, so a table under one of them is
    /// what the header says, whatever else is known of the language.
    /// </summary>
    internal FrozenSet<string> AddedHeaders { get; init; } = [];

    /// <summary>Labels by their normalised text; of every language that is known, this one's first.</summary>
    public FrozenDictionary<string, LabelRole> Labels { get; }

    /// <summary>Verbs that begin an instruction.</summary>
    public FrozenSet<string> Actions { get; }

    /// <summary>Phrases that tell whether a text is about a problem.</summary>
    public ProblemCues Problems { get; }

    /// <summary>Words of quantities.</summary>
    public QuantityWords Quantities { get; }

    /// <summary>Phrases that say that an order matters.</summary>
    public PhraseSet Order { get; }

    /// <summary>Words for events in a log.</summary>
    public PhraseSet Event { get; }

    /// <summary>Words for where events come from.</summary>
    public PhraseSet Source { get; }

    /// <summary>Words that stand before a code in a sentence.</summary>
    public PhraseSet Code { get; }

    /// <summary>Phrases that hand a problem to an administrator.</summary>
    public PhraseSet ToAdministrator { get; }

    /// <summary>Phrases that hand a problem to support.</summary>
    public PhraseSet ToSupport { get; }

    /// <summary>Phrases in headings above errors that end users see.</summary>
    public PhraseSet UserFacing { get; }

    /// <summary>Phrases before a list of what a report has to contain.</summary>
    public PhraseSet Intake { get; }

    /// <summary>Phrases that make a sentence an instruction.</summary>
    public PhraseSet Remedy { get; }

    /// <summary>Phrases that hand a problem to somebody else.</summary>
    public PhraseSet HandOver { get; }

    /// <summary>Phrases that make a sentence an instruction, those that hand over among them.</summary>
    public PhraseSet Instruction { get; }

    /// <summary>Words for a regular sign of life.</summary>
    public PhraseSet Heartbeat { get; }

    /// <summary>Phrases that say that something matters only when it recurs.</summary>
    public PhraseSet Repeated { get; }

    /// <summary>Abbreviations whose full stop ends no sentence.</summary>
    public PhraseSet Abbreviations { get; }

    internal static FrozenSet<string> HeadersOf(IEnumerable<LexiconFile> files) =>
        files.SelectMany(f => f.Headers.Values).SelectMany(h => h).Select(h => LabelText.Normalize(h)).ToFrozenSet(StringComparer.Ordinal);

    private static PhraseSet Phrases(IReadOnlyList<LexiconFile> files, Func<LexiconPhrases, List<string>> choose) =>
        new(files.SelectMany(f => choose(f.Phrases)));

    private static FrozenDictionary<string, TRole> Roles<TRole>(
        IEnumerable<Dictionary<TRole, List<string>>> own, IEnumerable<Dictionary<TRole, List<string>>> others)
        where TRole : struct, Enum
    {
        var roles = new Dictionary<string, TRole>(StringComparer.Ordinal);
        Add(own, _ => true);
        Add(others, phrase => phrase.Length >= MinForeignLength || !char.IsAscii(phrase[0]));
        return roles.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(IEnumerable<Dictionary<TRole, List<string>>> files, Func<string, bool> isSafe)
        {
            foreach (var (role, phrases) in files.SelectMany(f => f))
            {
                foreach (var phrase in phrases.Select(p => LabelText.Normalize(p)).Where(p => p.Length > 0 && isSafe(p)))
                {
                    roles.TryAdd(phrase, role);
                }
            }
        }
    }
}
