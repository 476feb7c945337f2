using System.Diagnostics;

namespace KbApi.Translation.Tests.Support;

/// <summary>Parsers of XLIFF that others wrote, and its schemas, which tests/run.sh installs where they can be had.</summary>
internal static class XliffTools
{
    private const string Python = "/usr/bin/python3";

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "xliff");

    /// <summary>The schemas in the Debian package php-symfony-translation.</summary>
    public static string Schemas { get; } = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";

    public static bool HasNode => Directory.Exists(Path.Combine(Folder, "node_modules"));

    public static bool HasToolkit => Directory.Exists("/usr/lib/python3/dist-packages/translate");

    public static bool HasSchemas => File.Exists(Path.Combine(Schemas, "xliff-core-2.0.xsd"));

    /// <summary>A file read and written by the npm package xliff.</summary>
    public static Task<byte[]> ByNodeAsync(string version, byte[] file) => ConvertAsync(file, (input, output) => ("node", ["roundtrip.mjs", version, input, output]));

    /// <summary>A file read and written by translate-toolkit.</summary>
    public static Task<byte[]> ByToolkitAsync(byte[] file) => ConvertAsync(file, (input, output) => (Python, ["roundtrip.py", input, output]));

    private static async Task<byte[]> ConvertAsync(byte[] file, Func<string, string, (string Program, string[] Arguments)> command)
    {
        using var folder = new TempFolder();
        var output = Path.Combine(folder.Path, "out.xlf");
        var (program, arguments) = command(folder.Write("in.xlf", file), output);
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
        return await File.ReadAllBytesAsync(output);
    }
}

/// <summary>A test that needs the npm package.</summary>
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = XliffTools.HasNode ? null : "The tools of tests/xliff are not installed: (cd tests/xliff && npm ci).";
}

/// <summary>A test that needs translate-toolkit.</summary>
internal sealed class ToolkitFactAttribute : FactAttribute
{
    public ToolkitFactAttribute() => Skip = XliffTools.HasToolkit ? null : "translate-toolkit is not installed: apt-get install python3-translate.";
}

/// <summary>A test that needs the schemas.</summary>
internal sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public SchemaTheoryAttribute() => Skip = XliffTools.HasSchemas ? null : "The schemas are not installed: apt-get install php-symfony-translation.";
}
