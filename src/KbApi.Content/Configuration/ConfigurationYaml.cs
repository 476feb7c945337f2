using System.Globalization;
using KbApi.Content.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace KbApi.Content.Configuration;

/// <summary>Reads YAML files of a known form and says where they are wrong. Nothing that has a name may be left empty.</summary>
internal static class ConfigurationYaml
{
    /// <exception cref="ConfigurationException">The text has another form.</exception>
    public static T Read<T>(string yaml, params IEnumerable<IYamlTypeConverter> converters)
        where T : class, new()
    {
        var builder = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeConverter(new ScalarConverter<string>(text => text))
            .WithTypeConverter(new TextListConverter())
            .WithEnforceNullability();
        foreach (var converter in converters)
        {
            builder.WithTypeConverter(converter);
        }

        try
        {
            return builder.Build().Deserialize<T>(yaml) ?? new T();
        }
        catch (YamlException e)
        {
            var position = new LinePosition((int)Math.Max(0, e.Start.Line - 1), (int)Math.Max(0, e.Start.Column - 1));
            var line = (position.Line + 1).ToString(CultureInfo.InvariantCulture);
            throw new ConfigurationException($"line {line}: {Describe(e)}", position, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // YamlDotNet answers to some malformed texts with exceptions that are no YamlException.
            throw new ConfigurationException(e.Message, default, e);
        }
    }

    /// <summary>What is wrong, without the names of types that the deserializer gives.</summary>
    private static string Describe(YamlException e)
    {
        var cause = e.InnerException ?? e;
        return cause is FormatException or OverflowException or SyntaxErrorException or SemanticErrorException ? cause.Message
            : cause.Message.StartsWith("Property '", StringComparison.Ordinal) ? cause.Message.Split(" on type")[0]
            : "a value of another form is expected";
    }
}
