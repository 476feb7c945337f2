using System.Collections.Immutable;
using KbApi.Content.Editing;

namespace KbApi.Translation.Import;

/// <summary>A document that an import changes or makes.</summary>
/// <param name="File">The document before and after.</param>
/// <param name="Units">How many units were put in.</param>
/// <param name="Untranslated">How many units were left in the original's words, and marked.</param>
public sealed record PlannedFile(EditedFile File, int Units, int Untranslated);

/// <summary>What an import would do. Nothing is written yet.</summary>
/// <param name="Files">The documents, in order of their articles.</param>
/// <param name="Problems">The units that are refused.</param>
/// <param name="Unchanged">How many units say what the content says already.</param>
/// <param name="Untranslated">How many units have no translation.</param>
public sealed record ImportPlan(ImmutableArray<PlannedFile> Files, ImmutableArray<ImportProblem> Problems, int Unchanged, int Untranslated);
