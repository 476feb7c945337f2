using KbApi.Rules.Templates;

namespace KbApi.Reports.Gaps;

/// <summary>Ids of gaps: the kind and the id of the template, so that they are the same on every machine and at every time.</summary>
public static class GapId
{
    /// <summary>The id of a gap.</summary>
    public static string Of(GapKind kind, string template) => PrefixOf(kind) + TextTemplate.IdOf(template);

    private static string PrefixOf(GapKind kind) => kind switch
    {
        GapKind.UnknownCode => "code-",
        GapKind.UnansweredSearch => "search-",
        GapKind.UnresolvedMessage => "message-",
        _ => "report-",
    };
}
