using System.Reflection;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>Finds settings that the server does not have: a setting with a misspelt name is not to be passed over in silence.</summary>
internal sealed class UnknownSettings(IConfiguration configuration) : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var unknown = In(configuration.GetSection(ServerOptions.Section), typeof(ServerOptions)).ToList();
        return unknown.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(unknown);
    }

    private static IEnumerable<string> In(IConfigurationSection section, Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var setting in section.GetChildren())
        {
            var property = Array.Find(properties, p => p.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                yield return $"{setting.Path} is no setting; there are {string.Join(", ", properties.Select(p => p.Name).Order(StringComparer.Ordinal))}.";
            }
            else if (property.PropertyType.Assembly == typeof(ServerOptions).Assembly && property.PropertyType.IsClass)
            {
                foreach (var inner in In(setting, property.PropertyType))
                {
                    yield return inner;
                }
            }
        }
    }
}
