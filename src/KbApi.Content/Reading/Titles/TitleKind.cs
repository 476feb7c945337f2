namespace KbApi.Content.Reading.Titles;

/// <summary>What a title tells about the text below it.</summary>
internal enum TitleKind
{
    /// <summary>Nothing: the text below has to.</summary>
    Neutral,

    /// <summary>It is a part of a problem: a cause, a resolution.</summary>
    Label,

    /// <summary>It is about something else than problems.</summary>
    Excluded,

    /// <summary>It tells how something is done or what it is.</summary>
    HowTo,

    /// <summary>Problems are collected below it.</summary>
    Collection,

    /// <summary>The text below it helps with problems, in whatever order.</summary>
    Guide,

    /// <summary>It asks why something is as it is.</summary>
    Asks,

    /// <summary>It denies something, in words that the lexicon does not know to be a problem's. In a text for people with problems it states one.</summary>
    Denies,

    /// <summary>It is a sentence that tells what happens, in words that the lexicon does not know to be a problem's.</summary>
    Tells,

    /// <summary>It has the form of a message and does not tell what kind.</summary>
    Message,

    /// <summary>It has a word for a problem, which is not yet a statement that there is one.</summary>
    Names,

    /// <summary>It states a problem.</summary>
    States,

    /// <summary>It is a name as programs have them, of an error or of anything else.</summary>
    Symbol,

    /// <summary>It is a code, or a word for one and the code.</summary>
    Code,
}
