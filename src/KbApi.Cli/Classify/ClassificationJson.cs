using System.Text.Json;
using KbApi.Rules.Classification;

namespace KbApi.Cli.Classify;

/// <summary>Writes a classification as a JSON object.</summary>
internal static class ClassificationJson
{
    public static void Write(Utf8JsonWriter json, string? id, ReportClassification classification)
    {
        json.WriteStartObject();
        if (id is not null)
        {
            json.WriteString("id", id);
        }

        json.WriteString("verdict", NameOf(classification.Verdict));
        json.WriteStartArray("candidates");
        foreach (var candidate in classification.Candidates)
        {
            WriteCandidate(json, candidate);
        }

        json.WriteEndArray();
        json.WriteStartArray("nextQuestions");
        foreach (var question in classification.NextQuestions)
        {
            WriteQuestion(json, question);
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var field in classification.Missing)
        {
            json.WriteStringValue(field.Name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static string NameOf(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteCandidate(Utf8JsonWriter json, Candidate candidate)
    {
        json.WriteStartObject();
        json.WriteString("entry", candidate.Entry.Id);
        json.WriteString("path", candidate.Article.Text.Path);
        json.WriteNumber("line", candidate.Entry.StartLine);
        json.WriteNumber("score", candidate.Score);
        json.WriteStartArray("evidence");
        foreach (var evidence in candidate.Evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("start", evidence.Span.Start);
            json.WriteNumber("end", evidence.Span.End);
            json.WriteString("field", NameOf(evidence.Field));
            json.WriteString("rule", NameOf(evidence.Tier));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteQuestion(Utf8JsonWriter json, NextQuestion question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        json.WriteStartArray("options");
        foreach (var option in question.Options)
        {
            json.WriteStartObject();
            json.WriteString("value", option.Value);
            json.WriteString("text", option.Text);
            json.WriteStartArray("entries");
            foreach (var entry in option.Entries)
            {
                json.WriteStringValue(entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
