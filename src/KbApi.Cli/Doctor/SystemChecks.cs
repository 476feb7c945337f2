using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using KbApi.Cli.Terminal;

namespace KbApi.Cli.Doctor;

/// <summary>The program, and what it runs on.</summary>
internal static class SystemChecks
{
    public static IEnumerable<Finding> Run(ITerminal terminal)
    {
        var version = typeof(SystemChecks).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        yield return new Finding("version", CheckState.Ok, $"kb {version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return HasLanguages()
            ? new Finding("icu", CheckState.Ok, terminal.Text("Doctor_IcuOk"))
            : new Finding("icu", CheckState.Failed, terminal.Text("Doctor_IcuMissing"), terminal.Text("Doctor_IcuNext"));
    }

    /// <summary>Whether å comes behind z in Swedish, which only those know who know languages.</summary>
    private static bool HasLanguages()
    {
        try
        {
            return CultureInfo.GetCultureInfo("sv-SE").CompareInfo.Compare("å", "z", CompareOptions.None) > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
