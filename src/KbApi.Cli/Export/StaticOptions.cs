using System.CommandLine;
using System.CommandLine.Parsing;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Export;

/// <summary>The options of <c>kb export</c> that ask for a site of files instead of files for translators.</summary>
internal sealed class StaticOptions
{
    private readonly Argument<string[]> _paths;
    private readonly Option<string?> _target;
    private readonly Option<Uri?> _baseUrl;

    public StaticOptions(ITerminal terminal)
    {
        _paths = new("PATH") { Description = terminal.Text("Static_Paths"), Arity = ArgumentArity.ZeroOrMore };
        _target = new("--static") { Description = terminal.Text("Static_Target"), HelpName = "FOLDER" };
        _baseUrl = new("--base-url") { Description = terminal.Text("Static_BaseUrl"), HelpName = "URL", CustomParser = result => ParseUri(terminal, result) };
    }

    public void AddTo(Command command, ITerminal terminal)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_target);
        command.Options.Add(_baseUrl);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_target) is null && (result.GetValue(_paths) is { Length: > 0 } || result.GetValue(_baseUrl) is not null))
            {
                result.AddError(terminal.Text("Static_Alone"));
            }
        });
    }

    /// <summary>Whether a site is asked for.</summary>
    public bool IsAsked(SymbolResult result) => result.GetValue(_target) is not null;

    /// <summary>What is asked for, or null where it is no site.</summary>
    public StaticInput? Of(ParseResult result, IReadOnlyList<string> otherwise) => result.GetValue(_target) is { } target
        ? new StaticInput(result.GetValue(_paths) is { Length: > 0 } paths ? paths : otherwise, target, result.GetValue(_baseUrl))
        : null;

    private static Uri? ParseUri(ITerminal terminal, ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Query.Length == 0 && uri.Fragment.Length == 0)
        {
            return uri;
        }

        result.AddError(terminal.Text("Static_NoUrl", text));
        return null;
    }
}

/// <summary>A site that is asked for.</summary>
/// <param name="Paths">The content.</param>
/// <param name="Target">The folder.</param>
/// <param name="BaseUrl">Where it will stand, with a slash at its end; null where that is not known.</param>
internal sealed record StaticInput(IReadOnlyList<string> Paths, string Target, Uri? BaseUrl);
