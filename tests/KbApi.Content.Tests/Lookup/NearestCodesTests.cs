using KbApi.Content.Loading;
using KbApi.Content.Lookup;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Lookup;

public sealed class NearestCodesTests
{
    [Theory]
    [InlineData("31099", "31044 31034 31019 31018 31017")]
    [InlineData("31020", "31019 31018 31017 31016 31015")]
    [InlineData("Event ID 32016", "32015 32014 32013 32012 32011")]
    [InlineData("SSPR_0099", "SSPR_0030 SSPR_0029 SSPR_0014 SSPR_0013 SSPR_0012")]
    [InlineData("sspr 15", "SSPR_0014 SSPR_0013 SSPR_0012 SSPR_0011 SSPR_0010")]
    [InlineData("0x80230618", "0x80230619 0x8023061F")]
    [InlineData("0x80230403", "0x80230402")]
    [InlineData("PasswordResetFial", "PasswordResetFail")]
    [InlineData("paswordresetfail", "PasswordResetFail")]
    [InlineData("AuthTokenEror", "AuthTokenError")]
    [InlineData("9", "9")]
    [InlineData("123456789", "")]
    [InlineData("()", "")]
    [InlineData("Zzzzzzzzzz", "")]
    public void The_nearest_documented_codes_come_closest_first(string spelling, string nearest) =>
        Assert.Equal(nearest, string.Join(' ', Find(spelling).Nearest.Select(n => n.Code.Value)));

    [Theory]
    [InlineData("31099", "event", "31000-31999", 21, "operations")]
    [InlineData("error 32099", "event", "32000-32999", 16, "the writeback service")]
    [InlineData("33099", "event", "33000-33999", 9, "the directory")]
    [InlineData("6399", "event", "6xxx", 2, null)]
    [InlineData("SSPR_0099", "sspr", "SSPR_", 8, null)]
    public void The_family_says_what_the_code_seems_to_belong_to(string spelling, string scheme, string pattern, int count, string? title)
    {
        var family = Find(spelling).Family!;

        Assert.Equal((scheme, pattern, count, title), (family.Scheme, family.Pattern, family.Count, family.Group?.Titles["EN"]));
    }

    [Theory]
    [InlineData("0x80230618")]
    [InlineData("PasswordResetFial")]
    [InlineData("45000")]
    [InlineData("999")]
    [InlineData("ORA-01017")]
    public void A_code_like_no_other_has_no_family(string spelling) => Assert.Null(Find(spelling).Family);

    [Theory]
    [InlineData("acme 1099", "ACME-1000-1999", 1, "motor")]
    [InlineData("ACME-2099", "ACME-", 2, null)]
    public void A_group_of_codes_with_letters_holds_for_those_letters(string spelling, string pattern, int count, string? title)
    {
        using var folder = new TempFolder();
        folder.Write("schemes.yaml", "schemes:\n  - id: acme\n    patterns: [ACME-####]\n    groups:\n      - { from: 1000, to: 1999, titles: { en: motor } }\n");
        folder.Write("en-US/a.md", "# A\n\n| Code | Resolution |\n| --- | --- |\n| ACME-1042 | Replace the belt. |\n| ACME-3001 | Close the lid. |\n");
        var codes = new KnowledgeBaseLoader().Load(folder.Path).Codes;

        var family = codes.Find(spelling).Family!;
        Assert.Equal(("acme", pattern, count, title), (family.Scheme, family.Pattern, family.Count, family.Group?.Titles["en"]));
        Assert.Null(codes.Find("1099").Family);
    }

    [Fact]
    public void Near_codes_lead_to_their_entries() => Assert.Equal("sspr/sspr-0030", Find("SSPR_0099").Nearest[0].EntryId);

    private static CodeLookup Find(string spelling)
    {
        var lookup = ContentKnowledge.Content.Codes.Find(spelling);
        Assert.Empty(lookup.Owners);
        return lookup;
    }
}
