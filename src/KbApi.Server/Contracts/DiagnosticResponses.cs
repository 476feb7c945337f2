using KbApi.Content.Diagnostics;

namespace KbApi.Server.Contracts;

/// <summary>A page of findings about the content being served.</summary>
internal sealed record DiagnosticPage
{
    /// <summary>The findings, in the order of the files.</summary>
    public required IReadOnlyList<DiagnosticResponse> Items { get; init; }

    /// <summary>How many there are on all pages together.</summary>
    public required int Total { get; init; }

    /// <summary>What to give as `cursor` for the next page; absent on the last.</summary>
    public string? NextCursor { get; init; }

    /// <summary>True where the page has fewer items to keep to `maxTokens`; absent where it has not.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>The catalogue of rules.</summary>
internal sealed record RulesResponse
{
    /// <summary>The rules, by id.</summary>
    public required IReadOnlyList<RuleResponse> Items { get; init; }

    /// <summary>True where parts are left out to keep to `maxTokens`; absent where nothing is.</summary>
    public bool? Truncated { get; init; }
}

/// <summary>A kind of finding about content.</summary>
internal sealed record RuleResponse
{
    /// <summary>Its id.</summary>
    /// <example>KB1003</example>
    public required string Id { get; init; }

    /// <summary>The group that settings can address together.</summary>
    /// <example>structure</example>
    public required string Category { get; init; }

    /// <summary>How much it matters where no setting says otherwise.</summary>
    public required DiagnosticSeverity DefaultSeverity { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Whether `kb fix` can mend what it finds.</summary>
    public required bool Fixable { get; init; }

    /// <summary>The id of the entry that explains it; absent where the content being served has none.</summary>
    /// <example>kb10xx/kb1003</example>
    public string? Entry { get; init; }
}

/// <summary>One finding about the content.</summary>
internal sealed record DiagnosticResponse
{
    /// <summary>The kind of finding.</summary>
    /// <example>KB1003</example>
    public required string Id { get; init; }

    /// <summary>How much it matters.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>True where it is shortened to keep to `maxTokens`; absent where it is not.</summary>
    public bool? Truncated { get; init; }
}
