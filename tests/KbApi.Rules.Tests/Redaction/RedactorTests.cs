using FsCheck;
using FsCheck.Fluent;
using KbApi.Rules.Redaction;

namespace KbApi.Rules.Tests.Redaction;

public sealed class RedactorTests
{
    [Theory]
    [InlineData("Mail from anna.berg@contoso.com and Anna.Berg@contoso.com.", "Mail from [email-1] and [email-1].")]
    [InlineData("10.0.0.4:443 and fe80::1 and 10.0.0.5", "[ip-1]:443 and [ip-2] and [ip-3]")]
    [InlineData("Password: Sommar2026! works not", "Password: [password-1] works not")]
    [InlineData("{\"password\": \"a b c\", \"code\": 31003}", "{\"password\": \"[password-1]\", \"code\": 31003}")]
    [InlineData("Authorization: Bearer abc.def.ghi", "Authorization: Bearer [secret-1]")]
    [InlineData("User name: Anna Berg said hi", "User name: [name-1] said hi")]
    [InlineData("Användare: Åsa Öberg fick fel 9", "Användare: [name-1] fick fel 9")]
    [InlineData("Computer: SYNC01", "Computer: [machine-1]")]
    [InlineData("open \\\\FILES01\\share", "open \\\\[machine-1]\\share")]
    [InlineData("on dc1.fabrikam.local now", "on [machine-1] now")]
    [InlineData("AccountKey=Zm9vYmFyMTIz==;x", "AccountKey=[secret-1];x")]
    public void What_must_not_be_kept_is_replaced(string text, string expected) => Assert.Equal(expected, new Redactor().Redact(text).Text);

    [Theory]
    [InlineData("Event ID 31003, 0x80230619 at 10:15:30 on 2018-03-01, version 1.0.8641.0 of SSPR_0029")]
    [InlineData("TrackingId: 7344da2c-ab9d-42ef-adea-4a17d07fdeb9")]
    [InlineData("Reset password fails; the password policy and the user name rules are fine")]
    public void What_tells_the_problem_stays(string text) => Assert.DoesNotContain("[", new Redactor().Redact(text).Text.Replace("[ip-1]", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void One_report_has_one_placeholder_for_the_same_thing_in_all_its_texts()
    {
        var redactor = new Redactor();

        Assert.Equal("[email-1]", redactor.Redact("a@contoso.com").Text);
        Assert.Equal("[email-2] [email-1]", redactor.Redact("b@contoso.com a@contoso.com").Text);
    }

    [SeededProperty(MaxTest = 500)]
    public Property Generated_secrets_are_all_replaced()
    {
        var letters = Gen.Elements("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".ToCharArray());
        var word = letters.NonEmptyListOf().Select(c => new string([.. c]));
        var secret = Gen.OneOf(
            word.Select(w => (Text: $"Password: {w}Q", Secret: w + "Q")),
            word.Select(w => (Text: $"\"apiKey\":\"{w}Q\"", Secret: w + "Q")),
            word.Select(w => (Text: $"pwd={w}Q;", Secret: w + "Q")),
            word.Select(w => (Text: $"Bearer {w}Q9x.y", Secret: w + "Q9x.y")),
            word.Select(w => (Text: $"<{w}@mail.example.com>", Secret: $"{w}@mail.example.com")),
            Gen.Choose(0, 255).Four().Select(n => (Text: $"from {n.Item1}.{n.Item2}.{n.Item3}.{n.Item4}:80", Secret: $"{n.Item1}.{n.Item2}.{n.Item3}.{n.Item4}")));
        return Prop.ForAll(secret.ToArbitrary(), s => !new Redactor().Redact("it said " + s.Text + " and failed").Text.Contains(s.Secret, StringComparison.Ordinal));
    }

    [SeededProperty(MaxTest = 300)]
    public bool Places_are_those_of_the_text_given(NonNull<string> text)
    {
        var redacted = new Redactor().Redact(text.Get);

        return redacted.Redactions.Zip(redacted.Redactions.Skip(1)).All(p => p.First.Span.End <= p.Second.Span.Start)
            && redacted.Redactions.All(r => r.Span.End <= text.Get.Length && !r.Span.IsEmpty);
    }
}
