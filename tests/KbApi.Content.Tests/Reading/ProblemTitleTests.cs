using KbApi.Content.Model;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Sections whose titles state a problem, and sections whose titles do not.</summary>
public sealed class ProblemTitleTests
{
    [Theory]
    [InlineData("en-US", "The backup job never finishes", "Restart the agent.")]
    [InlineData("en-US", "\"Quota reached\" error when you upload a file", "You receive this error when the disk is full. Delete some files.")]
    [InlineData("en-US", "Scenario: The pump loses its settings", "Save them twice.")]
    [InlineData("en-US", "Error: no such tenant", "Check the name.")]
    [InlineData("en-US", "Why can't I see my invoices?", "Ask the owner for access.")]
    [InlineData("en-US", "What to do if the fan does not spin", "Turn it.")]
    [InlineData("en-US", "Did not receive the code", "Restart the phone.")]
    [InlineData("en-US", "The import completes with errors", "Read the log.")]
    [InlineData("en-US", "I removed the pumps, but still see their files", "Restart it.")]
    [InlineData("en-US", "\"This pump is full\" error when you fill it", "Restart it.")]
    [InlineData("en-US", "This valve isn't available", "Restart it.")]
    [InlineData("sv-SE", "Knappen \u00E4r nedtonad", "Be \u00E4garen om beh\u00F6righet.")]
    [InlineData("sv-SE", "Jag bytte pump, men kunderna ser fortfarande den gamla", "T\u00F6m minnet.")]
    [InlineData("de-DE", "Die Schaltfl\u00E4che ist ausgegraut", "Fragen Sie den Besitzer.")]
    [InlineData("fr-FR", "Le bouton est gris\u00E9", "Demandez l\u2019acc\u00E8s.")]
    [InlineData("ja-JP", "\u30DC\u30BF\u30F3\u304C\u7070\u8272\u8868\u793A\u3055\u308C\u3066\u3044\u308B", "\u8A2D\u5B9A\u3092\u78BA\u8A8D\u3057\u3066\u304F\u3060\u3055\u3044\u3002")]
    [InlineData("sv-SE", "Kan du inte logga in?", "Kontrollera l\u00F6senordet.")]
    [InlineData("sv-SE", "Utskriften startar inte", "Kontrollera kabeln.")]
    [InlineData("de-DE", "Der Dienst kann nicht gestartet werden", "Dieser Fehler tritt auf, wenn der Port belegt ist.")]
    [InlineData("fr-FR", "Impossible d\u2019ouvrir le fichier", "Cette erreur se produit lorsque le disque est plein.")]
    [InlineData("es-ES", "No se puede abrir el archivo", "Este error se produce cuando el disco est\u00E1 lleno.")]
    [InlineData("ja-JP", "\u30D5\u30A1\u30A4\u30EB\u3092\u958B\u304F\u3053\u3068\u304C\u3067\u304D\u306A\u3044", "\u8A2D\u5B9A\u3092\u78BA\u8A8D\u3057\u3066\u304F\u3060\u3055\u3044\u3002")]
    [InlineData("ko-KR", "\uD30C\uC77C\uC744 \uC5F4 \uC218 \uC5C6\uC74C", "\uC774 \uC624\uB958\uB294 \uB514\uC2A4\uD06C\uAC00 \uAC00\uB4DD \uCC3C\uC744 \uB54C \uBC1C\uC0DD\uD569\uB2C8\uB2E4.")]
    [InlineData("tr-TR", "Dosya a\u00E7\u0131lm\u0131yor", "Bu hata disk doldu\u011Funda olu\u015Fur.")]
    [InlineData("zh-CN", "\u65E0\u6CD5\u6253\u5F00\u6587\u4EF6", "\u6B64\u9519\u8BEF\u8868\u793A\u78C1\u76D8\u5DF2\u6EE1\u3002")]
    public void A_title_that_states_a_problem_is_an_entry(string locale, string title, string text)
    {
        var entry = Assert.Single(Documents.Read($"# Guide\n\nAbout it.\n\n## {title}\n\n{text}\n\n## Guide 2\n\nMore.\n", locale).Entries);

        Assert.Equal((title, EntryShape.Heading, 5), (entry.Title.Text, entry.Shape, entry.StartLine));
    }

    [Theory]
    [InlineData("en-US", "How to fix a printer that does not print")]
    [InlineData("en-US", "What is a conflict error?")]
    [InlineData("en-US", "Can I use it if the server is not available?")]
    [InlineData("en-US", "Configure alerts for failed jobs")]
    [InlineData("en-US", "Common errors")]
    [InlineData("en-US", "Did opening the valve resolve the issue?")]
    [InlineData("en-US", "Were you able to start it, or did it fail?")]
    [InlineData("en-US", "The issue was not resolved")]
    [InlineData("en-US", "The following errors occur when it fails")]
    [InlineData("en-US", "Valve error handling")]
    [InlineData("en-US", "Error records of the pump")]
    [InlineData("fr-FR", "La journalisation des erreurs de la pompe")]
    [InlineData("en-US", "Troubleshooting")]
    [InlineData("en-US", "Prerequisites that are not installed")]
    [InlineData("en-US", "Next steps if it fails")]
    [InlineData("en-US", "Release notes: crashes fixed")]
    [InlineData("en-US", "Creating an error log")]
    [InlineData("en-US", "You may see the following:")]
    [InlineData("en-US", "Settings")]
    [InlineData("en-US", "FSCTL_REQUEST_LOCK control code")]
    [InlineData("en-US", "Don't delete files that are missing")]
    [InlineData("en-US", "3. Problem")]
    [InlineData("en-US", "Reasons why it is not available")]
    [InlineData("ko-KR", "\uC624\uB958\uAC00 \uBC1C\uC0DD\uD558\uB294 \uC774\uC720")]
    [InlineData("sv-SE", "Hur felet uppst\u00E5r")]
    [InlineData("sv-SE", "K\u00E4nda problem")]
    [InlineData("de-DE", "H\u00E4ufige Fehler")]
    [InlineData("fr-FR", "Comment \u00E9viter une erreur")]
    [InlineData("ja-JP", "\u3088\u304F\u3042\u308B\u8CEA\u554F")]
    public void Other_titles_are_none(string locale, string title) =>
        Assert.Empty(Documents.Read($"# Guide\n\n## {title}\n\nThis error occurs when the disk is full. Restart it.\n", locale).Entries);

    [Fact]
    public void A_statement_that_nothing_follows_is_none() => Assert.Empty(Documents.Read("# Guide\n\n## The job fails\n\n## Other\n\nText.\n").Entries);

    [Fact]
    public void A_plain_title_is_one_among_known_issues_where_its_text_says_what_fails()
    {
        var entries = Documents.Read("# Known issues\n\n## Dark mode\n\nIcons are not visible. Switch it off.\n\n## Log files\n\nThey lie in the folder `logs`.\n").Entries;

        Assert.Equal("Dark mode", Assert.Single(entries).Title.Text);
    }

    [Fact]
    public void Problems_below_a_problem_that_only_gathers_them_stand_for_themselves()
    {
        var entries = Documents.Read("# You can't sign in\n\n## Your password is not accepted\n\nReset it.\n\n## Your account is blocked\n\nAsk your administrator.\n").Entries;

        Assert.Equal(["Your password is not accepted", "Your account is blocked"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void Headings_below_a_solution_are_parts_of_it()
    {
        var entry = Assert.Single(Documents.Read("# The sync fails\n\n## Cause\n\nA lock.\n\n## Solution\n\n### Method 1: Remove the file that is not valid\n\nDelete it.\n\n### Method 2\n\nWait.\n").Entries);

        Assert.Equal((EntryShape.Document, "The sync fails", 1), (entry.Shape, entry.Title.Text, entry.StartLine));
        Assert.Contains("Delete it.", entry.Resolution!.Text, StringComparison.Ordinal);
        Assert.Contains("Wait.", entry.Resolution.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_row_gives_way_to_the_section_that_it_links_to()
    {
        var entry = Assert.Single(Documents.Read(
            "# Common errors\n\n| Topic | Message |\n|---|---|\n| Net | [`link down`](#link-down) |\n\n## link down\n\nThis message indicates that the cable is out. Plug it in.\n").Entries);

        Assert.Equal((EntryShape.Heading, "link down"), (entry.Shape, entry.Title.Text));
    }
}
