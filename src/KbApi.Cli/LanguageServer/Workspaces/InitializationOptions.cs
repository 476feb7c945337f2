using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Workspaces;

/// <summary>Settings that a client sends when it starts the session; each goes before the option of the same name on the command line.</summary>
internal sealed record InitializationOptions
{
    /// <summary>Where the documents are, below the open folders.</summary>
    public ImmutableArray<string>? Content { get; init; }

    /// <summary>The language of messages.</summary>
    public string? Locale { get; init; }

    /// <summary>The locale of the originals.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>The least severity that is shown.</summary>
    public string? Severity { get; init; }

    /// <summary>Whose findings are shown: <c>workspace</c> or <c>openFiles</c>.</summary>
    public string? Scope { get; init; }

    /// <summary>Where the pages of the rules are served.</summary>
    public string? HelpRoot { get; init; }
}
