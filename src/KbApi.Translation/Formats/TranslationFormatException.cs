namespace KbApi.Translation.Formats;

/// <summary>A file that is none of translations, or too large; the message says why and where.</summary>
public sealed class TranslationFormatException : FormatException
{
    /// <summary>An exception without a message.</summary>
    public TranslationFormatException()
    {
    }

    /// <param name="message">What is wrong, and where.</param>
    public TranslationFormatException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">What the parser said.</param>
    public TranslationFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
