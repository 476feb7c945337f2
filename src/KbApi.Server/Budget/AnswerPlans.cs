using System.Collections.Immutable;

namespace KbApi.Server.Budget;

/// <summary>What matters in each kind of answer.</summary>
internal static class AnswerPlans
{
    public static AnswerPlan Entry { get; } = new(
        ["id"],
        ["locale", "title", "codes", "resolution", "severity", "handOff", "isFallback", "requestedLocale", "staleness"],
        ["causes", "descriptions", "symptoms", "messages", "discriminators", "technicalDetails", "constraints", "related", "links", "operation", "audience",
            "article", "surface", "source", "locales", "fieldLocales", "procedures"])
    {
        Divisible = ["resolution"],
    };

    public static AnswerPlan Article { get; } = new(
        ["id"],
        ["locale", "title", "description", "isFallback", "requestedLocale", "entries"],
        ["product", "date", "sections", "entryIds", "procedures", "ladders", "checklists", "source", "locales"]);

    public static AnswerPlan Procedure { get; } = new(
        ["id"], ["locale", "title", "warnings", "steps", "isFallback", "requestedLocale"], ["introduction", "article", "section", "source", "locales"]);

    public static AnswerPlan Ladder { get; } = new(
        ["id"], ["locale", "title", "rungs", "isFallback", "requestedLocale"], ["introduction", "article", "section", "source", "locales", "procedures"]);

    public static AnswerPlan Checklist { get; } = new(
        ["id"], ["locale", "title", "items", "isFallback", "requestedLocale"], ["introduction", "article", "section", "source", "locales"]);

    public static AnswerPlan Operations { get; } = new([], ["operations", "states", "heartbeats", "recurring"], []);

    public static AnswerPlan Items { get; } = new([], ["items"], []);

    public static AnswerPlan Messages { get; } = new([], ["matches", "text"], []);

    public static AnswerPlan Change { get; } = new(["id", "change", "locales", "fields"], [], []);

    /// <summary>An entry that may answer a report.</summary>
    public static AnswerPlan Candidate { get; } =
        new(["id", "score"], ["title"], ["rule", "resolution", "evidence", "locale", "isFallback", "codes", "severity", "source"]);

    /// <summary>Something that was found.</summary>
    public static AnswerPlan Hit { get; } = new(
        ["id"], ["locale", "title", "codes", "kind", "severity", "score", "isFallback"], ["highlights", "article", "surface", "source"]);

    /// <summary>Something that a log shows.</summary>
    public static AnswerPlan LogFinding { get; } =
        new(["id", "severity", "line"], ["message", "entries", "count", "from", "to", "subject", "code", "trackingId", "relatedLines", "nearest"], []);

    /// <summary>What a report is classified as. The best candidate's title comes first, then the first question, what to do, and the other candidates.</summary>
    public static AnswerPlan Classification { get; } = new(
        ["line", "id", "receivedAt", "verdict"], ["candidates", "nextQuestions", "missing"], ["message", "redactions"])
    {
        Leading = ["candidates", "nextQuestions"],
        Divisible = ["resolution"],
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("candidates", Candidate),
    };

    /// <summary>A report as it is kept.</summary>
    public static AnswerPlan Report { get; } = new(
        ["id", "receivedAt", "verdict", "snapshot"],
        ["candidates", "message", "code", "feedback"],
        ["unknownCodes", "product", "source", "occurredAt", "locale", "deletedAfter", "answers", "log"]);

    /// <summary>What a log tells: what was found before how often and when.</summary>
    public static AnswerPlan Log { get; } = new(["format"], ["findings", "nextStep", "operations"], ["records", "brokenRecords", "documented", "from", "to", "hasZone", "timeline"])
    {
        Parts = ImmutableDictionary<string, AnswerPlan>.Empty.Add("findings", LogFinding),
    };

    /// <summary>Something that is asked and not answered.</summary>
    public static AnswerPlan Gap { get; } = new(
        ["id", "kind", "count"], ["template", "nearest", "family", "lastSeen"], ["firstSeen", "examples", "locales", "products", "days", "aliases"]);

    /// <summary>How often something occurs.</summary>
    public static AnswerPlan Trend { get; } = new(["key", "count", "rising"], ["title", "recent", "expected", "chance", "feedback"], ["firstSeen", "lastSeen", "series"]);

    /// <summary>A finding.</summary>
    public static AnswerPlan Finding { get; } = new(["id", "severity", "path", "line", "column"], ["message"], []);
}
