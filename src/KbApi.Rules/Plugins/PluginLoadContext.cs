using System.Reflection;
using System.Runtime.Loader;

namespace KbApi.Rules.Plugins;

/// <summary>Loads one plug-in with what it brings along. What the host and the plug-in speak with each other is the host's.</summary>
/// <param name="path">The full path of the plug-in's assembly.</param>
internal sealed class PluginLoadContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path), isCollectible: false)
{
    private readonly AssemblyDependencyResolver _resolver = new(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // An analyzer of another copy of the library would be none to this one; the same holds for what its interface is made of.
        if (Default.Assemblies.Any(a => a.GetName().Name == assemblyName.Name) && IsShared(assemblyName.Name))
        {
            return null;
        }

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } found ? LoadFromAssemblyPath(found) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found ? LoadUnmanagedDllFromPath(found) : 0;

    private static bool IsShared(string? name) =>
        name is "KbApi.Content" or "KbApi.Rules" or "System.Collections.Immutable" || name?.StartsWith("System.", StringComparison.Ordinal) == true;
}
