using System.Globalization;
using KbApi.Content.Diagnostics;

namespace KbApi.Search.Packs;

/// <summary>A pack that can't be used: which file is wrong, what is wrong with it, and what to do.</summary>
public sealed class PackException : IOException
{
    private readonly LocalizableText _format;
    private readonly object[] _arguments;

    internal PackException(string problem, params object[] arguments)
        : this(innerException: null, problem, arguments)
    {
    }

    internal PackException(Exception? innerException, string problem, params object[] arguments)
        : base(string.Format(CultureInfo.InvariantCulture, PackTexts.Get(problem).In(CultureInfo.InvariantCulture), arguments), innerException)
    {
        Problem = problem;
        _format = PackTexts.Get(problem);
        _arguments = arguments;
    }

    /// <summary>Something else is named beside a pack.</summary>
    /// <param name="name">What the pack is called.</param>
    public static PackException NotAlone(string name) => new("NotAlone", name);

    /// <summary>A file of a pack can't be had from where it is.</summary>
    /// <param name="name">What the file is called.</param>
    /// <param name="reason">Why, as a sentence.</param>
    /// <param name="innerException">What happened.</param>
    public static PackException CannotFetch(string name, string reason, Exception innerException) => new(innerException, "CannotFetch", name, reason);

    /// <summary>The kind of problem, for example <c>WrongHash</c>.</summary>
    public string Problem { get; }

    /// <summary>The message in the culture's language.</summary>
    public string GetMessage(CultureInfo culture) => string.Format(culture, _format.In(culture), _arguments);
}
