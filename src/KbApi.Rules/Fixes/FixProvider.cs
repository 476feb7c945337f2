using System.Collections.Immutable;
using KbApi.Content.Diagnostics;
using KbApi.Rules.Syntax;

namespace KbApi.Rules.Fixes;

/// <summary>Mends the findings of some rules.</summary>
public abstract class FixProvider
{
    /// <summary>The ids of the rules whose findings it mends.</summary>
    public abstract ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>A fix of a finding in the text that it was found in, or null where none is safe.</summary>
    public abstract Fix? GetFix(Diagnostic diagnostic, DocumentSyntax document);
}

/// <summary>Puts in the place of a finding what its analyzer proposed under <see cref="Property"/>. Where it proposed nothing, nothing is safe.</summary>
/// <param name="ids">The ids of the rules.</param>
public sealed class ReplacementFixProvider(params ImmutableArray<string> ids) : FixProvider
{
    /// <summary>The name of the property of a diagnostic that holds the proposal.</summary>
    public const string Property = "replacement";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ids;

    /// <inheritdoc/>
    public override Fix? GetFix(Diagnostic diagnostic, DocumentSyntax document)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        return diagnostic.Properties.TryGetValue(Property, out var text) ? Fix.Replace(diagnostic.Location.Span, text) : null;
    }
}
