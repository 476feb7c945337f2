using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace KbApi.Reports.Storage;

/// <summary>A step from one form of a database to the next.</summary>
/// <param name="Version">The form that there is after it, from 1.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Version, string Sql)
{
    private const int DigitsOfVersion = 4;

    /// <summary>All steps for an engine, in order; the files of its folder <c>Migrations</c>.</summary>
    public static ImmutableArray<Migration> Of(StoreEngine engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = engine + "/";
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => new Migration(int.Parse(n.AsSpan(prefix.Length, DigitsOfVersion), CultureInfo.InvariantCulture), TextOf(assembly, n)))];
    }

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
