using KbApi.Cli.Terminal;
using KbApi.Content.Editing;

namespace KbApi.Cli.Editing;

/// <summary>What becomes of edited files: a patch, or files on disk.</summary>
internal static class Outcome
{
    /// <summary>Prints the files as a patch, or writes them all or none; tells how the command exits.</summary>
    public static int Write(ITerminal terminal, IReadOnlyList<EditedFile> files, bool asDiff)
    {
        List<EditedFile> changed = [.. files.Where(f => f.IsChanged)];
        if (asDiff)
        {
            changed.ForEach(f => UnifiedDiff.Write(terminal.Output, f));
            return ExitCode.Clean;
        }

        if (EditedFileWriter.WriteAll(changed) is { } other)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Fix_Changed", other));
            return ExitCode.Failure;
        }

        changed.ForEach(f => terminal.Output.WriteLine(terminal.Text("Edit_Written", f.File.Path)));
        return ExitCode.Clean;
    }
}
