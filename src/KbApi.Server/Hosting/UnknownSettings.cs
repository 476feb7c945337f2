using System.Reflection;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>Finds settings that the server does not have: a setting with a misspelt name is not to be passed over in silence.</summary>
internal sealed class UnknownSettings(IConfiguration configuration, IEnumerable<KnownSettings> known) : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var section = configuration.GetSection(ServerOptions.Section);
        List<string> unknown = [.. In(section, typeof(ServerOptions), known.Select(k => k.Name)), .. known.SelectMany(k => In(section.GetSection(k.Name), k.Below))];
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }

    /// <summary>Settings that are no properties of a type, nor of those that its properties have.</summary>
    private static IEnumerable<string> In(IConfigurationSection section, Type type, IEnumerable<string> others)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        return In(section, properties.Select(p => p.Name).Concat(others))
            .Concat(properties.Where(p => p.PropertyType.Assembly == type.Assembly && p.PropertyType.IsClass).SelectMany(p => In(section.GetSection(p.Name), p.PropertyType, [])));
    }

    private static IEnumerable<string> In(IConfigurationSection section, IEnumerable<string> names)
    {
        var known = names.Order(StringComparer.Ordinal).ToList();
        return section.GetChildren().Where(s => !known.Contains(SecretFiles.NameOf(s.Key), StringComparer.OrdinalIgnoreCase)).Select(s => $"{s.Path} is no setting; there are {string.Join(", ", known)}.");
    }
}

/// <summary>A setting that is not read into <see cref="ServerOptions"/>.</summary>
/// <param name="Name">Its name in the section.</param>
/// <param name="Below">The names of those below it.</param>
internal sealed record KnownSettings(string Name, IReadOnlyList<string> Below);
