using System.Globalization;
using System.Resources;

namespace KbApi.Cli.Terminal;

/// <summary>The words that commands speak, in the language of the person in front of the terminal.</summary>
internal static class TerminalText
{
    private static readonly ResourceManager Texts = new("KbApi.Cli.Terminal.Texts", typeof(TerminalText).Assembly);

    /// <summary>A text by its name, with values in its places.</summary>
    public static string Text(this ITerminal terminal, string name, params object[] values) => TextIn(terminal, terminal.Culture, name, values);

    /// <summary>A text in another language than that of the person in front of the terminal.</summary>
    public static string TextIn(this ITerminal terminal, CultureInfo culture, string name, params object[] values)
    {
        _ = terminal;
        return In(culture, name, values);
    }

    /// <summary>A text in a language, where no terminal is asked.</summary>
    public static string In(CultureInfo culture, string name, params object[] values)
    {
        var text = Texts.GetString(name, culture)
            ?? throw new MissingManifestResourceException($"No text is named '{name}'; add it to Texts.resx.");
        return values.Length == 0 ? text : string.Format(culture, text, values);
    }

    /// <summary>A text by its name, or null where there is none.</summary>
    public static string? TextOrNull(this ITerminal terminal, string name) => Texts.GetString(name, terminal.Culture);
}
