using System.Collections.Immutable;
using System.Reflection;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;
using KbApi.Rules.Fixes;

namespace KbApi.Rules.Plugins;

/// <summary>
/// Loads rules from assemblies, each in a context of its own: plug-ins may bring different versions of the same library. A plug-in is
/// code that runs with the rights of the program; load only those that you would run.
/// </summary>
public static class PluginLoader
{
    /// <summary>Loads plug-ins. One that can't be loaded is a diagnostic; nothing is thrown for it.</summary>
    /// <param name="paths">The assemblies.</param>
    public static PluginSet Load(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var analyzers = ImmutableArray.CreateBuilder<ContentAnalyzer>();
        var providers = ImmutableArray.CreateBuilder<FixProvider>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var ids = ReadingDiagnostics.All.Concat(BuiltInRules.Descriptors).Select(d => d.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            try
            {
                var assembly = LoadAssembly(path);
                var found = InstancesOf<ContentAnalyzer>(assembly);
                if (found.IsEmpty)
                {
                    throw new PluginException("it has no public analyzer with a constructor without parameters");
                }

                CheckIds(found, ids);
                providers.AddRange(InstancesOf<FixProvider>(assembly));
                analyzers.AddRange(found);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever a plug-in does wrong while it is loaded, the others and the built-in rules go on.
                diagnostics.Add(Diagnostic.Create(EngineDiagnostics.PluginNotLoaded, Location.OfFile(path.Replace('\\', '/')), Reason(e)));
            }
        }

        return new PluginSet(analyzers.ToImmutable(), providers.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Assembly LoadAssembly(string path)
    {
        var full = Path.GetFullPath(path);
        var wanted = PluginReferences.LibraryVersion(full) ?? throw new PluginException("it does not use KbApi.Rules");
        var present = typeof(PluginLoader).Assembly.GetName().Version!;
        return PluginReferences.IsCompatible(wanted, present)
            ? new PluginLoadContext(full).LoadFromAssemblyPath(full)
            : throw new PluginException($"it was made for version {wanted.ToString(2)} of KbApi.Rules; this is {present.ToString(2)}");
    }

    private static ImmutableArray<T> InstancesOf<T>(Assembly assembly)
        where T : class =>
        [
            .. assembly.GetExportedTypes()
                .Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract && t.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(t => t.FullName, StringComparer.Ordinal)
                .Select(t => (T)Activator.CreateInstance(t)!),
        ];

    /// <exception cref="PluginException">An id is taken.</exception>
    private static void CheckIds(ImmutableArray<ContentAnalyzer> analyzers, HashSet<string> taken)
    {
        var own = analyzers.SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (own.Find(taken.Contains) is { } id)
        {
            throw new PluginException($"its id {id} is used already");
        }

        taken.UnionWith(own);
    }

    private static string Reason(Exception e) => e switch
    {
        TargetInvocationException { InnerException: { } inner } => $"{inner.GetType().Name}: {inner.Message}",
        PluginException or BadImageFormatException or IOException or UnauthorizedAccessException => e.Message,
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        _ => $"{e.GetType().Name}: {e.Message}",
    };

    private sealed class PluginException(string message) : Exception(message);
}
