using System.Text.Encodings.Web;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Redaction;
using KbApi.Rules.Reports;
using KbApi.Rules.Tests.Support;

namespace KbApi.Rules.Tests.Redaction;

/// <summary>No generated secret is left, wherever it stands.</summary>
public sealed class CompletenessTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Gen<(string Before, string Behind)> Surroundings = Gen.Elements(
        ("", ""), ("it said ", " and failed"), ("(", ")"), ("<", ">"), ("\"", "\""), ("错误", "，请重试"), ("\n", "\r\n"), ("a, ", ", b"), ("", "."), ("x=1;", ";y=2"), ("[", "]:443"), ("https://x/?a=1&", "&b=2"));

    [SeededProperty(MaxTest = 1000)]
    public Property No_secret_is_left_in_plain_text() => Prop.ForAll(Secrets.Bare.Zip(Surroundings, (s, around) => (Secret: s, around.Before, around.Behind)).ToArbitrary(), c =>
        Check(c.Before + c.Secret.Text + c.Behind, c.Secret));

    [SeededProperty(MaxTest = 1000)]
    public Property No_value_behind_a_label_is_left() => Prop.ForAll(Secrets.Labelled.ToArbitrary(), s => Check("it said " + s.Text + " and failed", s));

    [SeededProperty(MaxTest = 1000)]
    public Property No_secret_is_left_in_json() => Prop.ForAll(Gen.OneOf(Secrets.Bare, Secrets.Labelled).ToArbitrary(), s =>
    {
        var once = JsonSerializer.Serialize(new { code = 31003, detail = "it said " + s.Text + " and failed" }, Relaxed);

        return Check(once, s) && Check(JsonSerializer.Serialize(new { log = once }, Relaxed), s);
    });

    [SeededProperty(MaxTest = 2000)]
    public Property No_value_of_a_json_member_is_left() => Prop.ForAll(
        Gen.Elements("password", "apiKey", "access_token", "userName", "computerName", "clientSecret").Zip(Gen.Choose(1, 20).SelectMany(n => Gen.Elements("abcXYZ019 ,;:!\"\\{}<>'&".ToCharArray()).ArrayOf(n)), (name, c) => (Name: name, Value: "Q" + new string(c) + "Q")).ToArbitrary(),
        m =>
        {
            var once = JsonSerializer.Serialize(new Dictionary<string, object> { ["code"] = 31003, [m.Name] = m.Value, ["end"] = true }, Relaxed);
            var twice = JsonSerializer.Serialize(new { log = once }, Relaxed);

            return IsOnlyPlaceholder(new Redactor().Redact(once).Text, m.Name) && !new Redactor().Redact(twice).Text.Contains('Q', StringComparison.Ordinal);
        });

    [SeededProperty(MaxTest = 1000)]
    public Property The_same_secret_has_the_same_placeholder_and_another_has_another() => Prop.ForAll(Gen.OneOf(Secrets.Bare, Secrets.Labelled).Two().ToArbitrary(), pair =>
    {
        var redactor = new Redactor();
        var (a, b) = pair;
        var first = redactor.Redact($"{a.Text} , {b.Text} , {a.Text}");
        var second = redactor.Redact($"{b.Text}");
        var placeholders = first.Redactions.Select(r => r.Placeholder).ToList();

        return placeholders.Count == 3 && placeholders[0] == placeholders[2] && second.Redactions.Single().Placeholder == placeholders[1]
            && (placeholders[0] == placeholders[1]) == (a.Kind == b.Kind && a.Value.Equals(b.Value, StringComparison.OrdinalIgnoreCase));
    });

    [SeededProperty(MaxTest = 300)]
    public Property Nothing_secret_is_in_an_answer() => Prop.ForAll(Gen.OneOf(Secrets.Bare, Secrets.Labelled).ToArbitrary(), s =>
    {
        var text = $"error 31003 for {s.Text} , password reset failed";
        var result = Classifiers.ForContent.Classify(new ErrorReport { Message = text, Log = "2018-03-01 " + text, Answers = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("fact", s.Value) });
        var redacted = result.Message.Redactions;

        return result.Candidates[0].Entry.Id == "sspr/31003"
            && !result.Message.Text.Contains(s.Value, StringComparison.Ordinal) && !result.Log!.Text.Contains(s.Value, StringComparison.Ordinal)
            && !result.NextQuestions.SelectMany(q => q.Options).Any(o => o.Text.Contains(s.Value, StringComparison.Ordinal) || o.Value.Contains(s.Value, StringComparison.Ordinal))
            && !result.Candidates.SelectMany(c => c.Evidence).Any(e => e.Field == ReportField.Message && redacted.Any(r => r.Span.Start <= e.Span.Start && e.Span.End <= r.Span.End));
    });

    private static bool Check(string text, Secret secret)
    {
        var redacted = new Redactor().Redact(text);
        return !redacted.Text.Contains(secret.Value, StringComparison.Ordinal) && redacted.Redactions.Any(r => r.Kind == secret.Kind);
    }

    private static bool IsOnlyPlaceholder(string json, string name)
    {
        var value = JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;
        return value[0] == '[' && value[^1] == ']' && !value.Contains('Q', StringComparison.Ordinal);
    }
}
