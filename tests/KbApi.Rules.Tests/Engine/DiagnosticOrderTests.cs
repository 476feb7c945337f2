using KbApi.Content.Diagnostics;
using KbApi.Content.Text;
using KbApi.Rules.Analysis;
using KbApi.Rules.Catalog;

namespace KbApi.Rules.Tests.Engine;

public class DiagnosticOrderTests
{
    private static readonly SourceText A = SourceText.From("# One\n\nTwo.\n", "en-US/a.md");
    private static readonly SourceText B = SourceText.From("# One\n\nTwo.\n", "en-US/b.md");

    [Fact]
    public void Files_come_first_then_places_then_ids_then_words()
    {
        Diagnostic[] inOrder =
        [
            At(A, 2, StructureDiagnostics.MissingClosingPipe, "x"),
            At(A, 5, StructureDiagnostics.MissingClosingPipe, "x"),
            At(A, 5, StructureDiagnostics.UndefinedReference, "a"),
            At(A, 5, StructureDiagnostics.UndefinedReference, "b"),
            At(B, 0, StructureDiagnostics.MissingClosingPipe, "x"),
        ];
        Assert.Equal(inOrder, inOrder.Reverse().Order(DiagnosticOrder.Instance));
        Assert.Equal(inOrder, inOrder.Order(DiagnosticOrder.Instance));
    }

    [Fact]
    public void Nothing_comes_before_a_finding()
    {
        var finding = At(A, 2, StructureDiagnostics.MissingClosingPipe, "x");
        Assert.True(DiagnosticOrder.Instance.Compare(null, finding) < 0);
        Assert.True(DiagnosticOrder.Instance.Compare(finding, null) > 0);
        Assert.Equal(0, DiagnosticOrder.Instance.Compare(null, null));
    }

    [Fact]
    public void The_same_words_at_one_place_are_one_finding_and_others_are_not()
    {
        var finding = At(A, 5, StructureDiagnostics.UndefinedReference, "a");
        Diagnostic[] found = [finding, At(A, 5, StructureDiagnostics.UndefinedReference, "a"), At(A, 5, StructureDiagnostics.UndefinedReference, "b"), At(A, 4, StructureDiagnostics.UndefinedReference, "a")];
        Assert.Equal(3, found.Distinct(SamePlace.Instance).Count());
        Assert.True(SamePlace.Instance.Equals(finding, found[1]));
        Assert.False(SamePlace.Instance.Equals(finding, found[2]));
        Assert.Equal(SamePlace.Instance.GetHashCode(finding), SamePlace.Instance.GetHashCode(found[1]));
    }

    private static Diagnostic At(SourceText text, int start, DiagnosticDescriptor descriptor, string word) =>
        Diagnostic.Create(descriptor, Location.In(text, new TextSpan(start, 1)), word);
}
