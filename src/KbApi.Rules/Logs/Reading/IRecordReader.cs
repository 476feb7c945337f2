using KbApi.Content.Diagnostics;

namespace KbApi.Rules.Logs.Reading;

/// <summary>Reads records of one format, one after the other, from the beginning of what there is.</summary>
internal interface IRecordReader
{
    /// <summary>Reads the record at the beginning.</summary>
    /// <param name="text">What has been read of the log and not been used.</param>
    /// <param name="isLast">Whether nothing follows behind it. Then something of it is used, whatever it is.</param>
    /// <param name="line">The line that it begins on, from 1.</param>
    public RecordStep Next(ReadOnlySpan<char> text, bool isLast, int line);

    /// <summary>Lets the record at the beginning go, which is longer than records may be; what has not been read of it is let go by <see cref="Next"/>.</summary>
    public RecordStep Drop(ReadOnlySpan<char> text);
}

/// <summary>What became of the beginning of the text.</summary>
/// <param name="Length">How many characters have been used.</param>
/// <param name="Event">The record, or null where none is complete or it can't be read.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
/// <param name="Detail">What the problem's message names.</param>
/// <param name="NeedsMore">Whether the record goes on behind the text.</param>
/// <param name="IsEnd">Whether nothing more is to be read of this log.</param>
internal readonly record struct RecordStep(
    int Length, LogEvent? Event = null, DiagnosticDescriptor? Problem = null, string? Detail = null, bool NeedsMore = false, bool IsEnd = false)
{
    public static RecordStep More => new(0, NeedsMore: true);
}
