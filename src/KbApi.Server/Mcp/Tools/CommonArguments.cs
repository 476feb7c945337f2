using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KbApi.Rules.Reports;
using KbApi.Server.Budget;

namespace KbApi.Server.Mcp.Tools;

/// <summary>Arguments that several tools take.</summary>
internal static class CommonArguments
{
    /// <summary>The budget of an answer to a call that names none.</summary>
    public const int DefaultTokens = 1500;

    public const string LocaleName = "locale";
    public const string DetailName = "detail";
    public const string MaxTokensName = "maxTokens";

    /// <summary>The longest language tag that is read.</summary>
    private const int MaxLocaleLength = 35;

    /// <summary>What every tool takes.</summary>
    public static ImmutableArray<ToolArgument> OfAll { get; } =
    [
        new(LocaleName, ToolArgumentKind.Text, "The language to answer in, as a BCP 47 tag such as en-US or sv-SE: the language that the person writes. The answer says where it had to fall back to another.")
        {
            Max = MaxLocaleLength,
        },
        new(DetailName, ToolArgumentKind.Text, "brief: what it is, what to do, where it stands. standard: all that the document says. full: also the procedures that it refers to.")
        {
            Max = MaxLocaleLength,
            Choices = ["brief", "standard", "full"],
            Default = JsonValue.Create("standard"),
        },
        new(MaxTokensName, ToolArgumentKind.Integer, "The most that the result may cost, structured content and text together; a token is counted for every three bytes. The least important is left out, and truncated says so.")
        {
            Min = TokenEstimate.MinTokens,
            Max = TokenEstimate.MaxTokens,
            Default = JsonValue.Create(DefaultTokens),
        },
    ];

    /// <summary>What a report is made of.</summary>
    public static ImmutableArray<ToolArgument> OfReports { get; } =
    [
        new("message", ToolArgumentKind.Text, "What the person or program says, word for word, in any language. Don't summarise or translate it.") { Max = ReportLimits.MessageLength },
        new("code", ToolArgumentKind.Text, "An error code that is named apart from the message.") { Max = ReportLimits.NameLength },
        new("source", ToolArgumentKind.Text, "The program or log that reports the problem, for example ADSync.") { Max = ReportLimits.NameLength },
        new("product", ToolArgumentKind.Text, "The product, as the person names it.") { Max = ReportLimits.NameLength },
        new("log", ToolArgumentKind.Text, "A few lines of a log that belong to the message. For a whole log use kb_analyze_log.") { Max = ReportLimits.LogLength },
        new("answers", ToolArgumentKind.Texts, "All answers to earlier questions of this conversation: the question's id, and the value of the option that was chosen or the person's words.")
        {
            Max = ReportLimits.AnswerLength,
            MaxCount = ReportLimits.Answers,
        },
    ];
}
