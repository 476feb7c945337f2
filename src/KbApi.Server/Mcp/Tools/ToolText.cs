using System.Globalization;
using KbApi.Server.Contracts;
using KbApi.Server.Documents;

namespace KbApi.Server.Mcp.Tools;

/// <summary>What the texts of several tools have in common.</summary>
internal static class ToolText
{
    /// <summary>The id of something and where it stands, for example <c>sspr/31003, en-US/sspr.md:105</c>.</summary>
    public static string Cite(string id, SourceResponse source) => string.Create(CultureInfo.InvariantCulture, $"{id}, {source.Path}:{source.StartLine}");

    /// <summary>A candidate: what it is called, where it stands, and what to do.</summary>
    public static ProseDocument Add(this ProseDocument text, CandidateResponse candidate) => text
        .Heading(string.Create(CultureInfo.InvariantCulture, $"{OneLine(candidate.Title)} ({Cite(candidate.Id, candidate.Source)}; {candidate.Score:0.00})"))
        .Paragraph(candidate.Resolution?.Summary)
        .Steps(candidate.Resolution?.Steps ?? []);

    /// <summary>A question and what may be answered to it.</summary>
    public static ProseDocument Add(this ProseDocument text, QuestionResponse question) => text
        .Note("Tool_Ask", question.Text, question.Id)
        .Bullets(question.Options.Select(o => o.Value == o.Text ? o.Value : $"{o.Value}: {OneLine(o.Text)}"));

    public static string OneLine(string text) => text.Replace('\n', ' ');
}
