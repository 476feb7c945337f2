namespace KbApi.Content.Lexicons;

/// <summary>What a phrase in a title or a sentence tells about whether it is a problem that is written about.</summary>
public enum ProblemCue
{
    /// <summary>Something does not work: "can't", "fails", "is missing".</summary>
    Failure,

    /// <summary>A word for a problem, which also stands in titles about something else: "error", "timeout".</summary>
    Name,

    /// <summary>Several problems are collected under the title: "common errors", "known issues".</summary>
    Collection,

    /// <summary>The title is one of a text for people with problems, not of a list of them: "troubleshooting", "frequently asked questions".</summary>
    Guide,

    /// <summary>The beginning of a title that tells or asks how something is done or what it is: "how to", "what is".</summary>
    HowTo,

    /// <summary>The beginning of a title that asks what to do about a problem: "what to do if".</summary>
    Condition,

    /// <summary>The section is about something else than problems: "release notes", "next steps".</summary>
    Excluded,

    /// <summary>The title only points to what follows: "the following".</summary>
    Reference,

    /// <summary>A sentence talks about an error that the reader has: "this error", "you receive".</summary>
    Evidence,

    /// <summary>What follows are causes or alternatives, not steps: "one of the following", "for these reasons".</summary>
    Choice,

    /// <summary>What follows are steps to take.</summary>
    Steps,

    /// <summary>The beginning of a sentence about one case among others: "if", "when".</summary>
    Case,

    /// <summary>The beginning of a title that says that something is missing: "no", "nothing".</summary>
    Lack,

    /// <summary>Something went as it should: "succeeded", "completed successfully".</summary>
    Success,

    /// <summary>What is reported is a warning.</summary>
    Warning,

    /// <summary>What is reported is for information only.</summary>
    Information,

    /// <summary>The beginning of a title that asks why something is as it is: "why is". In a text for people with problems it states one.</summary>
    Wonder,

    /// <summary>A word that denies what a sentence says: "not", "never". In the title of a section for people with problems it says what does not happen.</summary>
    Negation,

    /// <summary>A verb that only stands behind what a sentence is about: "is", "shows". A title that has one tells what happens, where others only name something.</summary>
    Predicate,
}
