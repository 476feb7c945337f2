using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Articles;

/// <summary>The article carries every fact of the document that it replaces, in both locales, with that document's errors put right.</summary>
public sealed class ContentFactsTests
{
    private static readonly string[] UserErrors =
    [
        "TenantSSPRFlagDisabled 9 SSPR_0009", "WritebackNotEnabled 10 SSPR_0010", "SsprNotEnabledInUserPolicy 11 SSPR_0011", "UserNotLicensed 12 SSPR_0012",
        "UserNotMemberOfScopedAccessGroup 13 SSPR_0013", "UserNotProperlyConfigured 14 SSPR_0014", "OnPremisesAdminActionRequired 29 SSPR_0029", "OnPremisesConnectivityError 30 SSPR_0030",
    ];

    private static readonly int[] Events =
    [
        .. Enumerable.Range(31001, 19), 31034, 31044, .. Enumerable.Range(32000, 16), .. Enumerable.Range(33001, 9), 34001, 34002, 34003,
    ];

    public static TheoryData<string> Locales => new() { "en-US", "sv-SE" };

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_user_error_has_its_three_codes(string locale) => Assert.Equal(
        UserErrors, In(locale).Entries.Where(e => e.Section == "user-errors").Select(e => string.Join(' ', e.Codes.Select(c => c.Code.Value))));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_event_of_PasswordResetService_is_there(string locale) => Assert.Equal(
        Events.Select(n => $"PasswordResetService/{n}"), In(locale).Entries.Where(e => e.Section == "event-source-passwordresetservice").Select(e => e.Codes[0].Code.ToString()));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Both_events_of_ADSync_have_their_right_results(string locale) => Assert.Equal(
        ["6329 0x80230619", "0x80230402"], In(locale).Entries.Where(e => e.Section == "event-source-adsync").Select(e => string.Join(' ', e.Codes.Select(c => c.Code.Value))));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_surface_has_its_symptoms(string locale) => Assert.Equal(
        [("portal-configuration", 3), ("reporting", 2), ("registration-portal", 3), ("reset-portal", 11), ("writeback", 9)],
        In(locale).Entries.Where(e => e.Source is null && e.Section != "user-errors").CountBy(e => e.Section!).Select(s => (s.Key, s.Value)));

    [Theory]
    [MemberData(nameof(Locales))]
    public void Procedures_ladder_and_checklist_are_complete(string locale)
    {
        var article = In(locale);

        Assert.Equal([4, 10, 3, 10], article.Procedures.Select(p => p.Steps.Length));
        Assert.Equal(
            ["check-network-connectivity", "restart-sync-service", "reenable-writeback", "install-latest-release", "writeback"],
            Assert.Single(article.Ladders).Rungs.Select(r => r.Anchor));
        Assert.Equal(12, Assert.Single(article.Checklists).Count);
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Operations_run_from_start_to_their_documented_ends(string locale)
    {
        var operations = In(locale).Operations;

        Assert.Equal(
            ["31001 31002 31003", "31004 31005 -", "31006 31007 31008", "31009 31010 31011", "31012 31013 31014"],
            operations.Operations.Select(o => $"{Number(o.Start)} {Number(o.Success)} {Number(o.Failure)}"));
        Assert.Equal(("31015", "31016"), (Number(operations.States.Single().Started), Number(operations.States.Single().Stopped)));
        Assert.Equal(("32015", new Quantity(5, "min")), (Number(operations.Heartbeats.Single().Entry), operations.Heartbeats.Single().Interval));
        Assert.Equal("32014", Number(operations.Recurring.Single()));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Quantities_are_stated(string locale)
    {
        var stated = In(locale).Entries.SelectMany(e => e.Constraints.Select(c => $"{e.Id[5..]}: {ConstraintText.Of(c)}")).ToList();

        string[] expected =
        [
            "user-not-contactable: Duration 10 s", "too-many-attempts: Duration 24 h", "password-too-long: Length AtMost 127 characters", "access-denied: Duration AtMost 1 h",
            "32002: Port 443 tcp", "32011: Port 443 tcp", "32011: Port 9350 tcp to 9354", "32013: Port 443 tcp", "32015: Interval 5 min",
        ];
        Assert.All(expected, e => Assert.Contains(e, stated));
        Assert.Equal(3, stated.Count(s => s.StartsWith("too-many-attempts: Rate 5 times", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void What_machines_read_is_not_translated(string locale)
    {
        var text = In(locale).Text.Content;

        Assert.All(
            ["BAIL: MMS(4924) 0x80230619", "+ccc xxxyyyzzzzXeeee", "9350-9354", "hr=800700CE", "https://ssprsbprodncu-sb.accesscontrol.windows.net/", "services.msc", "ADMutliMatchError", "ADUnKnownError", "InPutValidationError"],
            literal => Assert.Contains(literal, text, StringComparison.Ordinal));
    }

    private static Article In(string locale) => ContentKnowledge.Content.Articles.Find("sspr")!.In(LocaleTag.Parse(locale))!;

    private static string Number(string? id) => id?[5..] ?? "-";
}
