using KbApi.Rules.Classification;
using KbApi.Rules.Reports;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Paste;

/// <summary>What a classification says, and why.</summary>
internal static class ClassificationParts
{
    private const int MostCandidates = 5;

    public static Html All(ReportClassification answer, ErrorReport report, SiteRequest request)
    {
        var words = request.Words;
        return Html.Of($"""
            <section class="{("verdict " + ClassOf(answer.Verdict))}" aria-labelledby="verdict">
            <h2 id="verdict" role="status">{words["Verdict_" + answer.Verdict]}</h2>
            <p>{words["VerdictText_" + answer.Verdict]}</p>
            {Given(report, request)}
            {Question(answer, report, request)}
            </section>
            {Html.When(!answer.Candidates.IsEmpty, () => Html.Of($"""
                <section aria-labelledby="candidates"><h2 id="candidates">{words[answer.Verdict == Verdict.Matched ? "TheAnswer" : "Candidates"]}</h2>
                <ol class="hits candidates">{Html.Each(answer.Candidates.Take(MostCandidates), c => Candidate(c, request))}</ol></section>
                """))}
            <section aria-labelledby="evidence"><h2 id="evidence">{words["Evidence"]}</h2>
            <p class="quiet">{words[answer.Candidates.IsEmpty ? "EvidenceNone" : "EvidenceText"]}</p>
            <pre class="report" tabindex="0">{EvidenceText.Mark(report.Message, answer, words)}</pre></section>
            {Missing(answer, request)}
            """);
    }

    private static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Matched => "matched",
        Verdict.Ambiguous => "ambiguous",
        _ => "unknown",
    };

    private static Html Given(ErrorReport report, SiteRequest request) => Html.When(report.Answers.Count > 0, () => Html.Of($"""
        <p class="given">{request.Words["YouAnswered"]} {Html.Each(report.Answers, a => Html.Of($"""<span class="chip">{a.Value}</span> """))}</p>
        """));

    /// <summary>The question that splits the candidates best; each answer is a button.</summary>
    private static Html Question(ReportClassification answer, ErrorReport report, SiteRequest request)
    {
        if (answer.NextQuestions.IsEmpty)
        {
            return Html.None;
        }

        var question = answer.NextQuestions[0];
        return Html.Of($"""
            <form class="question" method="post" action="{request.To("/paste")}">
            {PastePage.Carry(report)}
            <fieldset><legend>{request.Words["Question_" + question.Kind]}</legend>
            <div class="answers">{Html.Each(question.Options, o => Html.Of($"""<button type="submit" name="answer" value="{PastePage.ValueOf(question.Id, o.Value)}">{o.Text}</button>"""))}</div>
            </fieldset>
            </form>
            """);
    }

    private static Html Candidate(Candidate candidate, SiteRequest request)
    {
        var entry = candidate.Entry;
        var share = (int)Math.Round(candidate.Score * 100);
        return Html.Of($"""
            <li class="hit">
            <a class="hit-title" href="{request.ToEntry(entry.Id)}"{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{entry.Title.Text}</a>
            <div class="hit-meta">{EntryParts.Severity(entry, request.Words)}{EntryParts.Codes(entry)}</div>
            <p class="why"><svg class="meter" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="100" height="6" rx="3"/><rect class="share" width="{share}" height="6" rx="3"/></svg><span>{request.Words.With("Likely", share)} · {request.Words["Tier_" + candidate.Tier]}</span></p>
            {Html.When(entry.Resolution is not null, () => Html.Of($"""<div class="snippet"{EntryParts.Language(entry.Locale, request)}{EntryParts.Direction(entry.Locale)}>{HelpParts.Paragraphs(Budget.Sentences.CutAtWord(entry.Resolution!.Text, 320))}</div>"""))}
            <p><a class="go" href="{request.ToEntry(entry.Id)}">{request.Words["OpenEntry"]}<span class="visually-hidden">: {entry.Title.Text}</span>{Icons.Arrow}</a></p>
            </li>
            """);
    }

    private static Html Missing(ReportClassification answer, SiteRequest request) => Html.When(!answer.Missing.IsEmpty, () => Html.Of($"""
        <details class="procedure"><summary><span>{request.Words["Missing"]}</span> <span class="quiet">{answer.Missing.Length}</span></summary>
        <div data-copyable><ul class="checklist">{Html.Each(answer.Missing, m => Html.Of($"<li><strong>{m.Name}</strong> {Html.When(m.Question.Text != m.Name, () => Html.Of($"<span>{m.Question.Text}</span>"))}</li>"))}</ul></div></details>
        """));
}
