namespace KbApi.Server.Contracts;

/// <summary>The process is alive.</summary>
internal sealed record LiveResponse
{
    /// <summary>Always `live`.</summary>
    public required string Status { get; init; }
}

/// <summary>What is being served.</summary>
internal sealed record ReadyResponse
{
    /// <summary>`starting`: nothing yet. `ready`: the content on disk. `degraded`: older content, or what could be read, since the content on disk has errors. `stopping`: what is asked is answered, but nothing more is to be asked.</summary>
    public required string Status { get; init; }

    /// <summary>The snapshot being served; absent while starting.</summary>
    public string? Snapshot { get; init; }

    /// <summary>When it was loaded; absent while starting.</summary>
    public DateTimeOffset? LoadedAt { get; init; }

    /// <summary>How many articles it has.</summary>
    public required int Articles { get; init; }

    /// <summary>How many entries it has.</summary>
    public required int Entries { get; init; }

    /// <summary>The locales that it has.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>Content with errors that was found on disk; absent where there is none.</summary>
    public RefusedResponse? Refused { get; init; }
}

/// <summary>Content that is not served because of its errors.</summary>
internal sealed record RefusedResponse
{
    /// <summary>The snapshot that it would be.</summary>
    public required string Snapshot { get; init; }

    /// <summary>When it was refused.</summary>
    public required DateTimeOffset RefusedAt { get; init; }

    /// <summary>What is wrong with it; at most 50.</summary>
    public required IReadOnlyList<DiagnosticResponse> Errors { get; init; }
}
