using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace KbApi.Content.Configuration;

/// <summary>Reads single values; a <see cref="FormatException"/> about one gets its place in the file.</summary>
/// <param name="parse">Makes a value of its text.</param>
internal sealed class ScalarConverter<T>(Func<string, T> parse) : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(T);

    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var text = ScalarText.Read(parser, out var scalar);
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw new YamlException(scalar.Start, scalar.End, e.Message, e);
        }
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Reads lists of texts.</summary>
internal sealed class TextListConverter : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(List<string>);

    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            throw ScalarText.Expected("a list", parser.Current);
        }

        var texts = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            texts.Add(ScalarText.Read(parser, out _));
        }

        return texts;
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
}

/// <summary>Reads one value that has to be there.</summary>
internal static class ScalarText
{
    /// <exception cref="YamlException">There is no value, or it is a list or mapping.</exception>
    public static string Read(IParser parser, out Scalar scalar)
    {
        if (!parser.TryConsume<Scalar>(out scalar!) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~"))
        {
            throw Expected("a value", scalar ?? parser.Current);
        }

        return scalar.Value;
    }

    public static YamlException Expected(string what, ParsingEvent? found)
    {
        var message = what + " is expected";
        return new YamlException(found?.Start ?? Mark.Empty, found?.End ?? Mark.Empty, message, new FormatException(message));
    }
}
