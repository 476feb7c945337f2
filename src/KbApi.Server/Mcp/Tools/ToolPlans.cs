using System.Collections.Immutable;
using KbApi.Server.Budget;

namespace KbApi.Server.Mcp.Tools;

/// <summary>What matters in the answers of tools. Other than over HTTP, where something stands in the documents comes early: models are to cite it.</summary>
internal static class ToolPlans
{
    public static AnswerPlan Entry { get; } = new(
        ["id"],
        ["title", "source", "locale", "resolution", "codes", "severity", "handOff", "isFallback", "staleness"],
        ["causes", "descriptions", "symptoms", "messages", "discriminators", "technicalDetails", "constraints", "procedures", "related", "links", "operation",
            "requestedLocale", "audience", "article", "surface", "locales", "fieldLocales"])
    {
        Divisible = ["resolution"],
    };

    public static AnswerPlan Lookup { get; } = new(["status"], ["entries", "family", "nearest"], ["total", "code"])
    {
        Divisible = ["resolution"],
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("entries", Entry),
    };

    public static AnswerPlan Hit { get; } = new(["id"], ["title", "source", "locale", "codes", "kind", "severity", "score", "isFallback"], ["highlights", "article", "surface"]);

    public static AnswerPlan Search { get; } = new(["total"], ["items", "didYouMean"], [])
    {
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("items", Hit),
    };

    public static AnswerPlan Candidate { get; } = new(
        ["id"], ["score", "title", "source", "resolution", "rule", "locale", "codes", "severity", "evidence", "isFallback"], []);

    public static AnswerPlan Question { get; } = new(["id"], ["text", "options"], []);

    public static AnswerPlan Classification { get; } = new(["verdict"], ["candidates", "nextQuestions", "missing"], ["message", "redactions"])
    {
        Divisible = ["resolution"],
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("candidates", Candidate).Add("nextQuestions", Question),
    };

    /// <summary>Where several entries may answer, the question comes first: its options name them.</summary>
    public static AnswerPlan AmbiguousClassification { get; } = Classification with { Brief = ["nextQuestions", "candidates", "missing"] };

    public static AnswerPlan NextQuestion { get; } = new(["outcome"], ["question", "entry", "candidates"], ["message"])
    {
        Divisible = ["resolution"],
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("question", Question).Add("entry", Candidate),
    };

    public static AnswerPlan Log { get; } = new(
        ["format"], ["findings", "nextStep", "sources", "operations"], ["records", "brokenRecords", "documented", "from", "to", "hasZone", "timeline"])
    {
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("findings", AnswerPlans.LogFinding),
    };
}
