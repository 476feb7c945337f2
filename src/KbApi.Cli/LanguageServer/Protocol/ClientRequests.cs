using System.Collections.Immutable;

namespace KbApi.Cli.LanguageServer.Protocol;

/// <summary>What the server wants to be told of.</summary>
internal sealed record RegistrationParams(ImmutableArray<Registration> Registrations);

/// <summary>One such thing.</summary>
internal sealed record Registration(string Id, string Method, WatchOptions RegisterOptions);

/// <summary>The files to watch.</summary>
internal sealed record WatchOptions(ImmutableArray<FileWatcher> Watchers);

/// <summary>Files by a pattern.</summary>
internal sealed record FileWatcher(string GlobPattern);

/// <summary>The name of a work that takes a while.</summary>
internal sealed record ProgressToken(string Token);

/// <summary>How far it is.</summary>
internal sealed record ProgressParams(string Token, ProgressValue Value);

/// <summary>Its beginning, a step, or its end.</summary>
internal sealed record ProgressValue(string Kind)
{
    public string? Title { get; init; }

    public string? Message { get; init; }

    public int? Percentage { get; init; }
}

/// <summary>A message to the person, or to the log. 1 is an error, 2 a warning, 3 a note.</summary>
internal sealed record MessageParams(int Type, string Message);
