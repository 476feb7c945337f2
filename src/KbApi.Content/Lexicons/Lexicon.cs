using System.Collections.Frozen;
using System.Collections.Immutable;

namespace KbApi.Content.Lexicons;

/// <summary>
/// What documents in a language call the parts of a problem: table headers, labels, phrases and verbs. Made of one or more files;
/// where they disagree about a word, the first of them is right.
/// </summary>
public sealed class Lexicon
{
    /// <summary>Shorter words of another language mean something else in this one: "ok" is a cause in Hungarian.</summary>
    private const int MinForeignLength = 4;

    private readonly PhraseIndex _phrases;
    private readonly EncliticVerbs _enclitics;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _nouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _determiners;

    internal Lexicon(string language, IReadOnlyList<LexiconFile> files, IReadOnlyList<LexiconFile> otherFiles, bool knowsInstructions)
    {
        Language = language;
        KnowsInstructions = knowsInstructions;
        Headers = Roles(files.Select(f => f.Headers), otherFiles.Select(f => f.Headers));
        Labels = Roles(files.Select(f => f.Labels), otherFiles.Select(f => f.Labels));
        Actions = files.SelectMany(f => f.Actions).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (HeaderLookup, LabelLookup, ActionLookup) = (Headers.GetAlternateLookup<ReadOnlySpan<char>>(), Labels.GetAlternateLookup<ReadOnlySpan<char>>(), Actions.GetAlternateLookup<ReadOnlySpan<char>>());
        _nouns = files.SelectMany(f => f.Nouns).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _determiners = files.SelectMany(f => f.Determiners).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _enclitics = new EncliticVerbs(files.SelectMany(f => f.Enclitics), Actions);
        var phrases = PhraseIndex.Create(files.SelectMany(PhrasesOf));
        _phrases = phrases;
        Quantities = new QuantityWords(files, phrases);
        Problems = new ProblemCues(phrases);
        Order = phrases.Set(PhraseKind.Order);
        Event = phrases.Set(PhraseKind.Event);
        Source = phrases.Set(PhraseKind.Source);
        Code = phrases.Set(PhraseKind.Code);
        ToAdministrator = phrases.Set(PhraseKind.ToAdministrator);
        ToSupport = phrases.Set(PhraseKind.ToSupport);
        UserFacing = phrases.Set(PhraseKind.UserFacing);
        Intake = phrases.Set(PhraseKind.Intake);
        Remedy = phrases.Set(PhraseKind.Remedy);
        HandOver = phrases.Set(PhraseKind.ToAdministrator, PhraseKind.ToSupport);
        Instruction = phrases.Set(PhraseKind.Remedy, PhraseKind.ToAdministrator, PhraseKind.ToSupport);
        Heartbeat = phrases.Set(PhraseKind.Heartbeat);
        Repeated = phrases.Set(PhraseKind.Repeated);
        Abbreviations = phrases.Set(PhraseKind.Abbreviation);
        Lamp = phrases.Set(PhraseKind.Lamp);
        Purpose = phrases.Set(PhraseKind.Purpose);
        Nothing = phrases.Set(PhraseKind.Nothing);
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

    /// <summary>Headers, labels and verbs by a part of a text.</summary>
    internal FrozenDictionary<string, ColumnRole>.AlternateLookup<ReadOnlySpan<char>> HeaderLookup { get; }

    /// <inheritdoc cref="HeaderLookup"/>
    internal FrozenDictionary<string, LabelRole>.AlternateLookup<ReadOnlySpan<char>> LabelLookup { get; }

    /// <inheritdoc cref="HeaderLookup"/>
    internal FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ActionLookup { get; }

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

    /// <summary>Whether a word is a verb that begins an instruction, alone or with a pronoun written onto it.</summary>
    internal bool IsAction(ReadOnlySpan<char> word) =>
        ActionLookup.Contains(word) || _enclitics.Contains(word);

    /// <summary>Words in headers above what lamps and the like show, for problems and for all else.</summary>
    internal PhraseSet Lamp { get; }

    /// <summary>Phrases that a sentence begins with that says what something is done for.</summary>
    internal PhraseSet Purpose { get; }

    /// <summary>What stands alone where there is nothing to say: <c>None</c>.</summary>
    internal PhraseSet Nothing { get; }

    internal static FrozenSet<string> HeadersOf(IEnumerable<LexiconFile> files) =>
        files.SelectMany(f => f.Headers.Values).SelectMany(h => h).Select(h => LabelText.Normalize(h)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds of the phrases that stand in a text, all in one pass; but for those that matter at its beginning or end only.</summary>
    internal PhraseKinds KindsIn(ReadOnlySpan<char> text) => _phrases.KindsIn(text, PhraseKinds.Anywhere);

    /// <summary>The phrases of some kinds, longest first.</summary>
    internal ImmutableArray<string> PhrasesOf(PhraseKinds kinds) => _phrases.PhrasesOf(kinds);

    private static IEnumerable<(PhraseKind Kind, IEnumerable<string> Phrases)> PhrasesOf(LexiconFile file) =>
    [
        .. file.Problems.Select(p => ((PhraseKind)p.Key, (IEnumerable<string>)p.Value)),
        (PhraseKind.Order, file.Phrases.Order),
        (PhraseKind.Event, file.Phrases.Event),
        (PhraseKind.Source, file.Phrases.Source),
        (PhraseKind.Code, file.Phrases.Code),
        (PhraseKind.ToAdministrator, file.Phrases.ToAdministrator),
        (PhraseKind.ToSupport, file.Phrases.ToSupport),
        (PhraseKind.UserFacing, file.Phrases.UserFacing),
        (PhraseKind.Intake, file.Phrases.Intake),
        (PhraseKind.Remedy, file.Phrases.Remedy),
        (PhraseKind.Heartbeat, file.Phrases.Heartbeat),
        (PhraseKind.Repeated, file.Phrases.Repeated),
        (PhraseKind.Lamp, file.Phrases.Lamp),
        (PhraseKind.Purpose, file.Phrases.Purpose),
        (PhraseKind.Nothing, file.Phrases.Nothing),
        (PhraseKind.Abbreviation, file.Phrases.Abbreviations),
        (PhraseKind.Unit, file.Units.Values.SelectMany(words => words).Where(IsWord)),
        (PhraseKind.Port, file.Ports),
    ];

    /// <summary>Whether a verb that begins an instruction is a noun as well: "request", "type".</summary>
    internal bool IsNoun(ReadOnlySpan<char> word) => _nouns.Contains(word);

    /// <summary>Whether a word stands behind verbs only: "the", "that".</summary>
    internal bool IsDeterminer(ReadOnlySpan<char> word) => _determiners.Contains(word);

    /// <summary>Whether a unit is a word that a number in letters may stand before; symbols of one letter stand behind digits.</summary>
    private static bool IsWord(string unit) => unit.Length > 1 || (unit.Length == 1 && PhraseBoundary.IsUnspaced(unit[0]));

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
