namespace KbApi.Content.Lexicons;

/// <summary>What a phrase of a lexicon tells. The first are those of <see cref="ProblemCue"/>, with their values.</summary>
internal enum PhraseKind
{
    Failure = ProblemCue.Failure,
    Name = ProblemCue.Name,
    Collection = ProblemCue.Collection,
    Guide = ProblemCue.Guide,
    HowTo = ProblemCue.HowTo,
    Condition = ProblemCue.Condition,
    Excluded = ProblemCue.Excluded,
    Reference = ProblemCue.Reference,
    Evidence = ProblemCue.Evidence,
    Choice = ProblemCue.Choice,
    Steps = ProblemCue.Steps,
    Case = ProblemCue.Case,
    Lack = ProblemCue.Lack,
    Success = ProblemCue.Success,
    Warning = ProblemCue.Warning,
    Information = ProblemCue.Information,
    Wonder = ProblemCue.Wonder,
    Negation = ProblemCue.Negation,
    Predicate = ProblemCue.Predicate,
    Order,
    Event,
    Source,
    Code,
    ToAdministrator,
    ToSupport,
    UserFacing,
    Intake,
    Remedy,
    Heartbeat,
    Repeated,
    Abbreviation,
    Unit,
    Port,
    Lamp,
    Purpose,
    Nothing,
}

/// <summary>The kinds of the phrases that stand in a text, a bit each.</summary>
internal readonly record struct PhraseKinds(ulong Bits)
{
    public static PhraseKinds None => default;

    /// <summary>The kinds that mean the same wherever in a text they stand; the others do at its beginning or end.</summary>
    public static PhraseKinds Anywhere { get; } = new(~(Of(PhraseKind.HowTo) | Of(PhraseKind.Condition) | Of(PhraseKind.Reference)
        | Of(PhraseKind.Wonder) | Of(PhraseKind.Purpose) | Of(PhraseKind.Nothing) | Of(PhraseKind.Case) | Of(PhraseKind.Abbreviation)).Bits);

    public static PhraseKinds Of(PhraseKind kind) => new(1UL << (int)kind);

    public static PhraseKinds operator |(PhraseKinds left, PhraseKinds right) => new(left.Bits | right.Bits);

    /// <summary>Whether there is a word for a problem among them, or one that says what does not work.</summary>
    public bool SaysProblem => Has(ProblemCue.Failure) || Has(ProblemCue.Name);

    /// <summary>Whether one of the set's phrases is among them.</summary>
    public bool Has(PhraseSet set) => (Bits & set.Kinds.Bits) != 0;

    /// <summary>Whether a phrase of the kind is among them.</summary>
    public bool Has(ProblemCue cue) => (Bits & (1UL << (int)cue)) != 0;
}
