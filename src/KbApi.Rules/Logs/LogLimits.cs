namespace KbApi.Rules.Logs;

/// <summary>How much of everything is kept while a log of any size is read. Lengths are in UTF-16 code units.</summary>
public static class LogLimits
{
    /// <summary>The longest record; a longer one is reported and left out.</summary>
    public const int RecordLength = 256 * 1024;

    /// <summary>The longest value of a field other than the message; a longer one is taken as absent.</summary>
    public const int FieldLength = 500;

    /// <summary>How many columns a row may have.</summary>
    public const int Columns = 200;

    /// <summary>How many findings of one kind are listed; further ones are counted.</summary>
    public const int FindingsOfAKind = 200;

    /// <summary>How many operations may be open, services known and codes counted at a time.</summary>
    public const int OpenThings = 10_000;

    /// <summary>How many events the timeline holds.</summary>
    public const int TimelineLength = 200;

    /// <summary>How many characters of messages are kept for an excerpt.</summary>
    public const int ExcerptLength = 200_000;
}
