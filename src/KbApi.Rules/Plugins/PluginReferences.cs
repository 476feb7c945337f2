using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KbApi.Rules.Plugins;

/// <summary>Reads what an assembly refers to without running any of it.</summary>
internal static class PluginReferences
{
    private const string Library = "KbApi.Rules";

    /// <summary>The version of this library that an assembly was made for, or null where it does not use it.</summary>
    /// <exception cref="BadImageFormatException">The file is no program at all.</exception>
    public static Version? LibraryVersion(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        if (!file.HasMetadata)
        {
            return null;
        }

        var metadata = file.GetMetadataReader();
        return metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Where(r => metadata.GetString(r.Name) == Library).Select(r => r.Version).FirstOrDefault();
    }

    /// <summary>Whether a plug-in made for one version runs with another: before 1.0 the minor version counts, then the major one.</summary>
    public static bool IsCompatible(Version wanted, Version present) =>
        wanted.Major == present.Major && (wanted.Major > 0 ? wanted.Minor <= present.Minor : wanted.Minor == present.Minor);
}
