using KbApi.Content.Codes;
using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>The codes of the seed, as written: its wrong ones are for a rule to find, not for the reader to hide.</summary>
public sealed class SeedCodeTests
{
    private static Article Seed => ContentKnowledge.Seed;

    [CorpusTheory]
    [InlineData(33, "TenantSSPRFlagDisabled", "9", "SSPR_0009")]
    [InlineData(34, "WritebackNotEnabled", "10", "SSPR_0010")]
    [InlineData(35, "SsprNotEnabledInUserPolicy", "11", "SSPR_0011")]
    [InlineData(36, "UserNotLicensed", "12", "SSPR_0012")]
    [InlineData(37, "UserNotMemberOfScopedAccessGroup", "13", "SSPR_0012")]
    [InlineData(38, "UserNotProperlyConfigured", "14", "SSPR_0014")]
    [InlineData(39, "OnPremisesAdminActionRequired", "29", "SSPR_0029")]
    [InlineData(40, "OnPremisesConnectivityError", "30", "SSPR_0030")]
    public void A_user_error_has_three_codes(int line, string name, string number, string code)
    {
        var entry = At(line);

        Assert.Equal([name, number, code], entry.Codes.Select(c => c.Code.Value));
        Assert.All(entry.Codes, c => Assert.Equal(CodeRole.Identifying, c.Role));
        Assert.Equal([name, number, code], entry.Codes.Select(c => Seed.Text[c.Span]));
    }

    [CorpusFact]
    public void A_user_error_is_for_users_and_goes_to_the_administrator() => Assert.All(
        Seed.Entries.Where(e => e.StartLine is >= 33 and <= 40),
        e => Assert.Equal((Audience.User, HandOff.Administrator), (e.Audience, e.HandOff)));

    [CorpusFact]
    public void The_43_event_entries_carry_their_source()
    {
        var bySource = Seed.Entries.Where(e => e.Source is not null).CountBy(e => e.Source!);

        Assert.Equal([new("ADSync", 2), new("PasswordResetService", 41)], bySource);
    }

    [CorpusFact]
    public void Each_event_of_PasswordResetService_has_its_number_and_name()
    {
        int[] numbers =
        [
            .. Enumerable.Range(31001, 18), .. Enumerable.Range(32000, 6), .. Enumerable.Range(32007, 5), .. Enumerable.Range(32013, 3), .. Enumerable.Range(33001, 9),
        ];
        var entries = Seed.Entries.Where(e => e.Source == "PasswordResetService").ToList();

        Assert.Equal(numbers.Select(n => new ErrorCode("event", $"{n}", "PasswordResetService")), entries.Select(e => e.Codes[0].Code));
        Assert.All(entries, e => Assert.Equal(["event", "symbol"], e.Codes.Select(c => c.Code.Scheme)));
        Assert.All(entries, e => Assert.Equal(e.Codes[1].Code.Value, e.Title.Text));
    }

    [CorpusTheory]
    [InlineData(132, "InPutValidationError")]
    [InlineData(143, "ADUnKnownError")]
    [InlineData(145, "ADMutliMatchError")]
    public void Names_that_look_misspelt_are_the_products_own(int line, string name) =>
        Assert.Contains(name, At(line).Codes.Select(c => c.Code.Value));

    [CorpusFact]
    public void Event_6329_means_two_things_by_its_result()
    {
        var owners = ContentKnowledge.SeedBase.Codes.Find("6329").Owners;

        Assert.Equal(["seed/6329-0x80230619", "seed/0x8023061f"], owners.Select(o => o.EntryId));
        Assert.Equal([("ADSync", CodeRole.Identifying), (null, CodeRole.Mentioned)], owners.Select(o => (o.Code.Source, o.Role)));
        Assert.Equal(["6329", "0x80230619"], At(104).Codes.Select(c => c.Code.Value));
        Assert.Equal(["6329", "0x8023061F"], At(94).Codes.Select(c => c.Code.Value));
    }

    [CorpusFact]
    public void A_cell_and_its_message_that_disagree_give_both_codes() =>
        Assert.Equal([new("hresult", "8023042"), new("hresult", "0x80230402")], At(105).Codes.Select(c => c.Code));

    [CorpusTheory]
    [InlineData(86, "6800")]
    [InlineData(87, "0x800700CE")]
    [InlineData(88, "32009")]
    [InlineData(89, "32002")]
    public void A_symptom_of_writeback_mentions_what_the_log_says(int line, string code) =>
        Assert.Equal([code], At(line).Codes.Select(c => c.Code.Value));

    private static Entry At(int line) => Assert.Single(Seed.Entries, e => e.StartLine == line);
}
