using Microsoft.Playwright;

namespace KbApi.Browser.Tests.Support;

/// <summary>Every kind of page that the site has.</summary>
internal static class PageList
{
    public const string LongMessage = "A federated user submits a new password and gets an error that tells of a service problem. Write to anna.lind@example.com.";

    /// <summary>A log with an operation that succeeded, one that failed, one without an outcome, a stopped service and an unknown event.</summary>
    public const string Log = """
        TimeCreated,ProviderName,Id,LevelDisplayName,Message
        2026-03-01 10:00:02,PasswordResetService,31001,Information,"TrackingId: a1, PasswordResetRequestStart"
        2026-03-01 10:03:14,PasswordResetService,31002,Information,"TrackingId: a1, PasswordResetSuccess"
        2026-03-01 10:07:40,PasswordResetService,31001,Information,"TrackingId: b2, PasswordResetRequestStart"
        2026-03-01 10:12:41,PasswordResetService,31003,Error,"TrackingId: b2, PasswordResetFail"
        2026-03-01 10:13:41,PasswordResetService,33008,Error,"ADPasswordPolicyError"
        2026-03-01 10:20:00,PasswordResetService,31012,Information,"TrackingId: c3, OffboardingEventStart"
        2026-03-01 10:30:00,PasswordResetService,31016,Warning,"WriteBackServiceStopped"
        2026-03-01 10:42:00,PasswordResetService,31015,Information,"WriteBackServiceStarted"
        2026-03-01 10:51:00,PasswordResetService,31006,Information,"TrackingId: d4, ChangePasswordRequestStart"
        2026-03-01 10:56:20,PasswordResetService,31007,Information,"TrackingId: d4, ChangePasswordRequestSuccess"
        2026-03-01 11:02:00,PasswordResetService,39999,Error,"Unknown"
        2026-03-01 11:20:00,PasswordResetService,31001,Information,"TrackingId: e5, PasswordResetRequestStart"
        """;

    /// <summary>Pages by name; those without an address are reached by what a visitor does.</summary>
    public static readonly IReadOnlyList<(string Name, string? Path)> All =
    [
        ("home", "/"),
        ("search", "/search?q=password+writeback"),
        ("search-code", "/search?q=SSPR_0029"),
        ("search-nothing", "/search?q=SSPR_0099"),
        ("search-empty", "/search"),
        ("entry", "/entries/sspr/sspr-0029"),
        ("entry-steps", "/entries/sspr/31003"),
        ("entry-look-alike", "/entries/sspr/object-not-found"),
        ("browse", "/browse"),
        ("browse-sources", "/browse?by=source"),
        ("browse-families", "/browse?by=family"),
        ("entries", "/entries?source=ADSync"),
        ("article", "/articles/sspr"),
        ("document", "/articles/sspr?view=document"),
        ("paste", "/paste"),
        ("paste-question", null),
        ("paste-answer", null),
        ("log", null),
        ("health", "/health"),
        ("not-found", "/no/such/page"),
        ("unknown-entry", "/entries/sspr/sspr-0099"),
    ];

    /// <summary>Goes to a page, as a visitor would.</summary>
    public static async Task GoAsync(this Visit visit, string site, string name)
    {
        var path = All.Single(p => p.Name == name).Path;
        var page = visit.Page;
        await page.GotoAsync(site + (path ?? "/paste"));
        switch (name)
        {
            case "paste-question":
                await visit.PasteAsync(LongMessage);
                break;
            case "paste-answer":
                await visit.PasteAsync("Password reset ends with SSPR_0029 for anna.lind@example.com");
                break;
            case "log":
                await visit.GiveLogAsync(Log);
                break;
        }
    }

    public static async Task PasteAsync(this Visit visit, string message)
    {
        await visit.Page.FillAsync("#message", message);
        await visit.Page.ClickAsync("form.paste button[type=submit]");
    }

    /// <summary>Chooses a file; with script it is sent at once, without by the button.</summary>
    public static async Task GiveLogAsync(this Visit visit, string log, bool hasScript = true)
    {
        var file = new FilePayload { Name = "events.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(log) };
        await visit.Page.SetInputFilesAsync("#file", file);
        if (!hasScript)
        {
            await visit.Page.ClickAsync("form.drop button");
        }

        await Assertions.Expect(visit.Page.Locator(".log-page, .drop [role=alert]").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
    }
}
