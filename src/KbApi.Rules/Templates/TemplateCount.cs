namespace KbApi.Rules.Templates;

/// <summary>How often a template was seen.</summary>
/// <param name="Template">The template.</param>
/// <param name="Count">How often; at least 1.</param>
public sealed record TemplateCount(TextTemplate Template, long Count);
