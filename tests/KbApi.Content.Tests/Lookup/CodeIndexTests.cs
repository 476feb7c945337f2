using KbApi.Content.Codes;
using KbApi.Content.Lookup;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Lookup;

/// <summary>The look-up of codes as people type them, in this repository's content.</summary>
public sealed class CodeIndexTests
{
    private static CodeIndex Codes => ContentKnowledge.Content.Codes;

    [Theory]
    [InlineData("SSPR_0029")]
    [InlineData("sspr_0029")]
    [InlineData("Sspr_29")]
    [InlineData("SSPR0029")]
    [InlineData("sspr29")]
    [InlineData("sspr 29")]
    [InlineData("sspr-29")]
    [InlineData("sspr:29")]
    [InlineData("sspr #29")]
    [InlineData("SSPR.0029")]
    [InlineData("SSPR\u20130029")]
    [InlineData("SSPR_00029")]
    [InlineData("  SSPR_0029\n")]
    [InlineData("\"SSPR_0029\"")]
    [InlineData("\u201CSSPR_0029\u201D")]
    [InlineData("`SSPR_0029`")]
    [InlineData("[SSPR_0029].")]
    [InlineData("error SSPR_0029")]
    [InlineData("Error: SSPR_0029")]
    [InlineData("felkod=SSPR_0029")]
    [InlineData("OnPremisesAdminActionRequired")]
    [InlineData("onpremisesadminactionrequired")]
    [InlineData("on-premises admin action required")]
    [InlineData("OnPremisesAdminActionRequired = 29")]
    [InlineData("OnPremisesAdminActionRequired=29")]
    [InlineData("OnPremisesAdminActionRequired (29)")]
    [InlineData("error code 'SSPR_0029'.")]
    [InlineData("error OnPremisesAdminActionRequired")]
    public void A_user_error_is_found_in_any_spelling(string spelling) => AssertFound("sspr/sspr-0029", spelling);

    [Theory]
    [InlineData("0x80230619")]
    [InlineData("0X80230619")]
    [InlineData("80230619")]
    [InlineData("hr=80230619")]
    [InlineData("hr = 80230619")]
    [InlineData("HR 80230619")]
    [InlineData("(hr=0x80230619)")]
    [InlineData("HRESULT 0x80230619")]
    [InlineData("HRESULT: 80230619")]
    [InlineData("-2145188327")]
    [InlineData("\u22122145188327")]
    [InlineData("\u20132145188327")]
    [InlineData("2149778969")]
    [InlineData("error -2145188327")]
    [InlineData("0x0000000080230619")]
    public void A_result_is_found_in_any_base_and_sign(string spelling) => AssertFound("sspr/6329-0x80230619", spelling);

    [Theory]
    [InlineData("0x8023061f")]
    [InlineData("8023061F")]
    [InlineData("hr=8023061f")]
    [InlineData("-2145188321")]
    public void A_result_with_letters_is_found_in_any_case(string spelling) => AssertFound("sspr/new-forest", spelling);

    [Theory]
    [InlineData("31003")]
    [InlineData("031003")]
    [InlineData("error 31003")]
    [InlineData("Error: 31003")]
    [InlineData("Event ID 31003")]
    [InlineData("event id: 31003")]
    [InlineData("EventID=31003")]
    [InlineData("ID#31003")]
    [InlineData("H\u00E4ndelse-ID 31003")]
    [InlineData("fel 31003")]
    [InlineData("'31003'.")]
    [InlineData("error '31003'")]
    [InlineData("event \u201C31003\u201D:")]
    [InlineData("Event ID (31003)")]
    [InlineData("PasswordResetService/31003")]
    [InlineData("PasswordResetService 31003")]
    [InlineData("PasswordResetFail")]
    [InlineData("PASSWORDRESETFAIL")]
    [InlineData("password reset fail")]
    [InlineData("31003 PasswordResetFail")]
    [InlineData("31003: PasswordResetFail")]
    [InlineData("event 31003 (PasswordResetFail)")]
    public void An_event_is_found_by_number_and_name(string spelling) => AssertFound("sspr/31003", spelling);

    [Fact]
    public void The_written_form_of_every_code_leads_to_its_entry() => Assert.All(
        from entry in ContentKnowledge.Content.Entries.Items.SelectMany(e => e.Variants)
        from code in entry.Codes
        where code.Code.Value.Length > 2
        select (entry.Id, code.Code),
        found => Assert.Contains(found.Id, Codes.Find(found.Code.ToString()).Owners.Select(o => o.EntryId)));

    [Theory]
    [InlineData("9")]
    [InlineData("29")]
    [InlineData("error 9")]
    [InlineData("3100")]
    [InlineData("310033")]
    [InlineData("31 003")]
    [InlineData("31,003")]
    [InlineData("SSPR_00290")]
    [InlineData("SSPR_002")]
    [InlineData("XSPR_0029")]
    [InlineData("0x8023061")]
    [InlineData("0x802306190")]
    [InlineData("-80230619")]
    [InlineData("password")]
    [InlineData("()")]
    [InlineData("?")]
    [InlineData("\uD83D\uDE00")]
    public void What_is_not_documented_finds_nothing(string spelling) => Assert.Empty(Codes.Find(spelling).Owners);

    [Fact]
    public void A_long_text_is_no_code() => Assert.Empty(Codes.Find("SSPR_0029 " + new string('x', 200)).Owners);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_spelling_is_a_mistake_of_the_caller(string spelling) => Assert.Throws<ArgumentException>(() => Codes.Find(spelling));

    [Fact]
    public void A_small_number_needs_its_scheme()
    {
        Assert.Equal("sspr/sspr-0009", Assert.Single(Codes.Find("9", scheme: "sspr-flag").Owners).EntryId);
        Assert.Equal("sspr/sspr-0009", Assert.Single(Codes.Find("009", scheme: "SSPR-FLAG").Owners).EntryId);
        Assert.Empty(Codes.Find("9", scheme: "sspr").Owners);
        Assert.Equal("sspr/sspr-0009", Assert.Single(Codes.Find("sspr 9").Owners).EntryId);
    }

    [Fact]
    public void A_source_narrows_a_number_with_two_owners()
    {
        Assert.Equal(["sspr/6329-0x80230619", "sspr/new-forest"], Codes.Find("6329").Owners.Select(o => o.EntryId));
        Assert.Equal([CodeRole.Identifying, CodeRole.Mentioned], Codes.Find("6329").Owners.Select(o => o.Role));
        Assert.Equal("sspr/6329-0x80230619", Assert.Single(Codes.Find("6329", source: "adsync").Owners).EntryId);
        Assert.Empty(Codes.Find("31003", source: "ADSync").Owners);
    }

    [Fact]
    public void Mentions_follow_the_entry_that_a_code_is_about() => Assert.Equal(
        [("sspr/32009", CodeRole.Identifying), ("sspr/writeback-not-configured", CodeRole.Mentioned)],
        Codes.Find("32009").Owners.Select(o => (o.EntryId, o.Role)));

    [Fact]
    public void What_is_found_comes_without_neighbours()
    {
        var lookup = Codes.Find("31003");

        Assert.Empty(lookup.Nearest);
        Assert.Null(lookup.Family);
        Assert.Equal(new ErrorCode("event", "31003", "PasswordResetService"), lookup.Owners[0].Code);
    }

    private static void AssertFound(string entry, string spelling) => Assert.Equal(entry, Codes.Find(spelling).Owners.FirstOrDefault()?.EntryId);
}
