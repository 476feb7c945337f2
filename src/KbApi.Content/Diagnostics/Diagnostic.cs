using System.Collections.Immutable;
using System.Globalization;

namespace KbApi.Content.Diagnostics;

/// <summary>One finding about content: what, where and how much it matters.</summary>
/// <param name="Descriptor">The kind of finding.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Severity">How much it matters here.</param>
/// <param name="Arguments">The finding's own values, in the order of the message's places.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    Location Location,
    DiagnosticSeverity Severity,
    ImmutableArray<object> Arguments)
{
    /// <summary>Other places that the finding is about, for example the first of two equal rows.</summary>
    public ImmutableArray<Location> AdditionalLocations { get; init; } = [];

    /// <summary>Facts for whoever fixes the finding, by name.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The descriptor's id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>A finding of the descriptor's default severity.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, Location location, params ImmutableArray<object> arguments)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return new Diagnostic(descriptor, location, descriptor.DefaultSeverity, arguments);
    }

    /// <summary>The message in the culture's language, with the finding's values in place.</summary>
    public string GetMessage(CultureInfo culture) =>
        string.Format(culture, Descriptor.MessageFormat.In(culture), [.. Arguments]);

    /// <summary>As compilers print it: <c>file(line,column): severity id: message</c>, line and column from 1.</summary>
    public string ToString(CultureInfo culture)
    {
        var severity = Severity.ToString().ToLowerInvariant();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Location.Path}({Location.Start.Line + 1},{Location.Start.Character + 1}): {severity} {Id}: {GetMessage(culture)}");
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);
}
