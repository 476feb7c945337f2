using KbApi.Content.Text;

namespace KbApi.Content.Configuration;

/// <summary>A file that configures the reader is wrong.</summary>
/// <param name="message">What is wrong, behind the line where it is.</param>
/// <param name="position">Where it is.</param>
/// <param name="cause">What was thrown while the file was read, or null.</param>
internal sealed class ConfigurationException(string message, LinePosition position, Exception? cause = null) : FormatException(message, cause)
{
    public LinePosition Position { get; } = position;
}
