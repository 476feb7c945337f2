using System.CommandLine;
using System.Globalization;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Insights;

/// <summary>Options about numbers.</summary>
internal static class GapOptions
{
    /// <summary>What the key of a server is read from: an argument could be seen by whoever lists processes.</summary>
    public const string KeyVariable = "KB_KEY";

    /// <summary>The address of a server.</summary>
    public static Option<Uri?> Url(ITerminal terminal) => new("--url")
    {
        Description = terminal.Text("Gaps_Url"),
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[^1].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }

            result.AddError(terminal.Text("Lint_NoUrl", result.Tokens[^1].Value));
            return null;
        },
    };

    /// <summary>A whole number between bounds.</summary>
    public static Option<int> Number(ITerminal terminal, string name, string description, int otherwise, int most)
    {
        var option = new Option<int>(name) { Description = terminal.Text(description), HelpName = "N", DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1 || value > most))
            {
                result.AddError(terminal.Text("Search_WrongLimit", result.Tokens[0].Value, most));
            }
        });
        return option;
    }
}
