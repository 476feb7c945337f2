using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Reading;

/// <summary>Manuals of machines and devices, and what support teams write of them.</summary>
public sealed class ManualTests
{
    [Theory]
    [InlineData("en-US", "| DTC | Description | Possible causes |\n|---|---|---|\n| P0301 | Cylinder 1 misfires | Worn plug |\n| B1342 | The unit is faulty | Broken board |\n", "P0301 B1342")]
    [InlineData("en-US", "| Fault code | Fault | Remedy |\n|---|---|---|\n| F01 | Overcurrent | Check the cable |\n| F02 | Overvoltage | Lengthen the ramp |\n", "F01 F02")]
    [InlineData("en-US", "| Alarm | Cause | Action |\n|---|---|---|\n| AIR IN LINE | A bubble | Remove the air |\n| DOOR OPEN | The door was opened | Close the door |\n", "")]
    [InlineData("sv-SE", "| Felkod | Orsak | Lösning |\n|---|---|---|\n| E3 | Papperet är slut | Fyll på papper. |\n| H2 | Batteriet är svagt | Ladda batteriet. |\n", "E3 H2")]
    [InlineData("de-DE", "| Störung | Ursache | Abhilfe |\n|---|---|---|\n| Das Gerät lässt sich nicht einschalten | Stecker gezogen | Stecker einstecken |\n| Wasser läuft nicht ab | Schlauch geknickt | Schlauch gerade verlegen |\n", "")]
    [InlineData("fr-FR", "| Panne | Cause | Remède |\n|---|---|---|\n| Le café est froid | Tasses froides | Préchauffez les tasses |\n| Voyant rouge | Réservoir vide | Remplissez le réservoir |\n", "")]
    [InlineData("ja-JP", "| エラー表示 | 原因 | 処置 |\n|---|---|---|\n| E01 | 給水栓が閉じている | 給水栓を開けてください。 |\n| E02 | 排水できない | ホースを確認してください。 |\n", "E01 E02")]
    [InlineData("ko-KR", "| 코드 | 원인 | 조치 방법 |\n|---|---|---|\n| 4C | 급수 오류 | 수도꼭지를 여세요. |\n| 5C | 배수 오류 | 필터를 청소하세요. |\n", "4C 5C")]
    public void Tables_of_faults_are_read(string locale, string table, string codes)
    {
        var entries = Documents.Read($"# X200\n\n{table}", locale).Entries;

        Assert.Equal([5, 6], entries.Select(e => e.StartLine));
        Assert.Equal(codes, string.Join(' ', entries.SelectMany(e => e.Codes).Select(c => c.Code.Value)));
        Assert.All(entries, e => Assert.True(e.Causes.Length == 1 || e.Resolution is not null));
    }

    [Theory]
    [InlineData("de-DE", "| Störung | Ursache | Abhilfe |\n|---|---|---|\n| Kein Bild | Stecker gezogen | Stecker einstecken |\n", "Stecker einstecken")]
    [InlineData("en-US", "| Problem | Reason | What to do |\n|---|---|---|\n| No power | Battery flat | New battery |\n", "New battery")]
    [InlineData("en-US", "| Problem | Reason | What to do |\n|---|---|---|\n| No power | Battery flat | It is not yours to change. |\n", null)]
    public void Beside_a_cause_the_last_column_is_believed_unless_it_says_what_does_not_work(string locale, string table, string? resolution) =>
        Assert.Equal(resolution, Assert.Single(Documents.Read($"# X200\n\n{table}", locale).Entries).Resolution?.Text);

    [Fact]
    public void Lamps_are_entries_where_they_say_that_something_is_wrong()
    {
        var entries = Documents.Read("# X200\n\n| LED | Meaning |\n|---|---|\n| Red | No signal on the line |\n| Amber | The fan does not turn. Clean it. |\n").Entries;

        Assert.Equal(["Red", "Amber"], entries.Select(e => e.Title.Text));
        Assert.Equal([null, "Clean it."], entries.Select(e => e.Resolution?.Text));
    }

    [Fact]
    public void A_row_that_goes_on_below_is_one_entry()
    {
        var entries = Documents.Read("# X200\n\n| Code | Fault | Remedy |\n|---|---|---|\n| F01 | Overcurrent | Check the cable |\n| | | Reduce the speed |\n| F02 | Overvoltage in the circuit | Lengthen the ramp |\n| | or too much load | Check the mains |\n| F03 | Overheated | Wait |\n").Entries;

        Assert.Equal([5, 7, 9], entries.Select(e => e.StartLine));
        Assert.Equal(["Check the cable\n\nReduce the speed", "Lengthen the ramp\n\nCheck the mains", "Wait"], entries.Select(e => e.Resolution?.Text));
        Assert.Equal("| | | Reduce the speed |".Length, Assert.Single(entries[0].FurtherSpans).Length);
    }

    [Fact]
    public void Messages_in_small_letters_below_each_other_stay_entries_of_their_own()
    {
        var entries = Documents.Read("# Errors\n\n| Code | Error | Fix |\n|---|---|---|\n| E1001 | connection lost | Check the cable |\n| | connection refused by peer | Start the server |\n").Entries;

        Assert.Equal(["connection lost", "connection refused by peer"], entries.Select(e => e.Title.Text));
    }

    [Theory]
    [InlineData("| Setting | Default | Description |\n|---|---|---|\n| on_error | fail | What happens when an error occurs |\n| error_log | a.log | Where errors are written |\n")]
    [InlineData("| Status | Description |\n|---|---|\n| Active | The user can log in |\n| Suspended | The user can't log in |\n")]
    [InlineData("| Level | Description |\n|---|---|\n| error | Something failed |\n| warning | Something may fail |\n")]
    [InlineData("| Code | Country | Currency |\n|---|---|---|\n| 46 | Sweden | SEK |\n| 49 | Germany | EUR |\n")]
    [InlineData("| Model | Description |\n|---|---|\n| X10 | A pump that never fails |\n| X20 | A pump |\n")]
    [InlineData("| Metric | Description |\n|---|---|\n| errors_total | Number of failed requests |\n| latency | Time for a request |\n")]
    [InlineData("| Power | Fault | Alarm | State |\n|---|---|---|---|\n| Green | ON | N/A | Self-test |\n| Green | OFF | N/A | All is well |\n| Red | ON | N/A | Fan fault |\n")]
    [InlineData("| Open issues | 2019 | 2020 | 2021 |\n|---|---|---|---|\n| Community | 3 | 54 | 95 |\n| Staff | 4 | 6 | 8 |\n")]
    public void Tables_of_other_things_are_none(string table) => Assert.Empty(Documents.Read($"# X200\n\n{table}").Entries);

    [Theory]
    [InlineData("en-US", "# Troubleshooting\n\n## Why is my report empty?\n\nThe filter hides all rows. Remove it.\n")]
    [InlineData("en-US", "# FAQ\n\n**Q: Why is my report empty?**\n\nA: The filter hides all rows. Remove it.\n")]
    [InlineData("sv-SE", "# Vanliga frågor\n\n## Varför är min rapport tom?\n\nFiltret döljer alla rader. Ta bort det.\n")]
    [InlineData("de-DE", "# Häufig gestellte Fragen\n\n## Warum ist mein Bericht so klein?\n\nDer Filter verbirgt alle Zeilen. Entfernen Sie ihn.\n")]
    [InlineData("fr-FR", "# Dépannage\n\n## Pourquoi mon rapport est-il si petit ?\n\nLe filtre exclut les lignes. Modifiez les dates.\n")]
    public void A_question_why_is_an_entry_in_a_text_for_people_with_problems(string locale, string markdown) =>
        Assert.NotNull(Assert.Single(Documents.Read(markdown, locale).Entries).Resolution);

    [Theory]
    [InlineData("## I'm getting \"a failure that nothing mends\"\n\nSee [the ticket](https://tickets.example.com/1).")]
    [InlineData("## Getting `PUMP_ERROR` error message when it starts\n\nThe key is wrong. Check it.")]
    [InlineData("## Incompatible valve: the pump needs 2, it has 1\n\nUpdate the valve.")]
    [InlineData("## Labels not rendering\n\nSet a size.")]
    [InlineData("## The callback is called infinitely\n\nCompare the values.")]
    public void Titles_in_guides_say_it_in_many_ways(string markdown) => Assert.Equal(3, Assert.Single(Documents.Read($"# FAQ\n\n{markdown}\n").Entries).StartLine);

    [Fact]
    public void Statements_of_a_list_are_answered_by_lists_below_them()
    {
        var entries = Documents.Read("# Troubleshooting pumps\n\n- The pump does not start.\n  - Open the valve.\n- The valve can't be opened.\n  - Replace it.\n").Entries;

        Assert.Equal([("The pump does not start.", "Open the valve."), ("The valve can't be opened.", "Replace it.")], entries.Select(e => (e.Title.Text, e.Resolution!.Text)));
    }

    [Fact]
    public void A_list_below_troubleshooting_states_problems_where_none_stands_above()
    {
        const string List = "1. The pump cannot start.\n   - Open the valve.\n2. You get duplicate valve errors.\n   - Replace one.\n";

        Assert.Equal(["The pump cannot start.", "You get duplicate valve errors."], Documents.Read($"# Pumps\n\n## Usage\n\nTurn it on.\n\n### Troubleshooting\n\n{List}").Entries.Select(e => e.Title.Text));
        Assert.Equal("It leaks", Assert.Single(Documents.Read($"# Pumps\n\n## It leaks\n\n### Symptoms\n\nWater.\n\n### Troubleshooting\n\n{List}").Entries).Title.Text);
    }

    [Fact]
    public void Bold_sentences_below_a_heading_that_states_a_problem_are_its_causes() =>
        Assert.Equal("The pump fails with a bad handshake", Assert.Single(Documents.Read("# Troubleshooting pumps\n\n## The pump fails with a bad handshake\n\nThe pump cannot reach the tank.\n\n**The tank is not connected.**\n\nConnect it.\n\n**The tank is not running.**\n\nStart it.\n").Entries).Title.Text);

    [Theory]
    [InlineData("# Concepts\n\n## Why is my data in two regions?\n\nSo that it is safe. Read more about regions.\n")]
    [InlineData("# FAQ\n\n## Why should I use a proxy?\n\nIt is faster. Install one.\n")]
    public void Elsewhere_and_about_reasons_to_do_a_thing_it_is_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Theory]
    [InlineData("# SDK\n\n### `ConnectionResetError: [Errno 104] Connection reset by peer`\n\nRetry.\n")]
    [InlineData("# SDK\n\n### java.lang.OutOfMemoryError: Java heap space\n\nIncrease the heap.\n")]
    [InlineData("# SDK\n\n### `Acme\\Pumps\\ValveException: stuck`\n\nClean the valve.\n")]
    [InlineData("# Pod troubleshooting\n\n### CrashLoopBackOff\n\nThe container crashes again and again. Look at its log.\n")]
    public void Exceptions_and_names_of_failures_are_entries(string markdown) =>
        Assert.Equal(3, Assert.Single(Documents.Read(markdown).Entries).StartLine);

    [Fact]
    public void Names_that_are_headings_below_a_title_about_errors_are_entries()
    {
        var entries = Documents.Read("# API\n\n## Error codes\n\n### account_closed\n\nThe account has been closed.\n\n### amount_too_large\n\nUse a smaller amount.\n\n### card_velocity\n\nThe limit is reached.\n").Entries;

        Assert.Equal(["account_closed", "amount_too_large", "card_velocity"], entries.Select(e => e.Title.Text));
    }

    [Fact]
    public void Exit_codes_of_a_digit_are_entries_and_success_is_none()
    {
        var listed = Documents.Read("# Tool\n\n## Exit codes\n\n- 0: success\n- 1: unknown error\n- 2: wrong usage\n- 64: the settings are invalid\n").Entries;
        var tabled = Documents.Read("# Exit codes\n\n| Code | Meaning |\n|---|---|\n| 0 | Success |\n| 1 | General error |\n| 127 | Command not found |\n").Entries;

        Assert.Equal(["1", "2", "64"], listed.Select(e => Assert.Single(e.Codes).Code.Value));
        Assert.Equal(["1", "127"], tabled.Select(e => Assert.Single(e.Codes).Code.Value));
    }

    [Fact]
    public void Items_that_say_what_is_wrong_and_what_to_do_are_entries_below_any_title_about_errors()
    {
        var entries = Documents.Read("# Billing errors\n\n- The card was declined. Ask for another card.\n- The invoice could not be printed. Check the template.\n").Entries;

        Assert.Equal(["Ask for another card.", "Check the template."], entries.Select(e => e.Resolution?.Text));
    }

    [Fact]
    public void A_label_and_its_text_in_paragraphs_of_their_own_make_an_entry_without_a_title()
    {
        var entry = Assert.Single(Documents.Read("**Symptom**\n\nE-mails are delayed.\n\n**Cause**\n\nThe queue is full.\n\n**Resolution**\n\nEmpty the queue.\n").Entries);

        Assert.Equal(("E-mails are delayed.", "Empty the queue."), (entry.Title.Text, entry.Resolution?.Text));
        Assert.Equal("The queue is full.", Assert.Single(entry.Causes).Text);
    }
}
