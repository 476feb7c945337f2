namespace KbApi.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done, and nothing to report.</summary>
    public const int Clean = 0;

    /// <summary>Done; there are findings, or what was asked for was not found.</summary>
    public const int Findings = 1;

    /// <summary>Not done: the command line is wrong, or a file or network can't be used.</summary>
    public const int Failure = 2;
}
