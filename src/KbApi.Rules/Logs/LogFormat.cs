namespace KbApi.Rules.Logs;

/// <summary>The form that a log is written in.</summary>
public enum LogFormat
{
    /// <summary>Lines of text, with times at their beginning or with labelled values.</summary>
    Text,

    /// <summary>Windows event XML, as Event Viewer and <c>wevtutil</c> write it.</summary>
    Xml,

    /// <summary>Comma-separated values, as Event Viewer and <c>Export-Csv</c> write them.</summary>
    Csv,

    /// <summary>A JSON object a line.</summary>
    JsonLines,
}
