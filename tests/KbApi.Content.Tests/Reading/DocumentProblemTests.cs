using KbApi.Content.Model;
using KbApi.Content.Tests.Support;
using KbApi.Content.Text;

namespace KbApi.Content.Tests.Reading;

/// <summary>Documents about one problem, and the codes that their texts give.</summary>
public sealed class DocumentProblemTests
{
    [Fact]
    public void The_title_in_the_front_matter_names_a_document_without_a_heading()
    {
        var entry = Assert.Single(Documents.Read("---\nlayout: page\ntitle: 'Loops were detected'\n---\n\n## Symptoms\n\nIt spins.\n\n## Cause\n\nA loop.\n\n## Resolution\n\nCut it.\n").Entries);

        Assert.Equal((EntryShape.Document, "Loops were detected", 3, 16), (entry.Shape, entry.Title.Text, entry.StartLine, entry.EndLine));
    }

    [Fact]
    public void A_compiler_error_is_described_by_the_document_that_it_heads()
    {
        var entry = Assert.Single(Documents.Read("# Evaluator Error XYZ0042\n\noperator needs an l-value\n\n## Remarks\n\nUse a variable.\n").Entries);

        Assert.Equal((EntryShape.Document, "XYZ0042"), (entry.Shape, Assert.Single(entry.Codes).Code.Value));
    }

    [Theory]
    [InlineData("# You can't delete the folder\n\nThe folder belongs to somebody else.\n")]
    [InlineData("# Steps to resolve activation error 0x80070005\n\nRun the program as an administrator.\n")]
    [InlineData("# Problem with receipts\n\nOpen the settings and choose a printer.\n")]
    [InlineData("# Fix a pump that doesn't stop\n\nOpen the valve and wait.\n")]
    [InlineData("# File size error when you upload a plan\n\nDelete old plans.\n")]
    [InlineData("# Pump error: \"Sorry, we are having some issues\"\n\nYou might encounter this error.\n\n## Restart it\n\n1. Switch it off.\n2. Switch it on.\n")]
    [InlineData("# Fix delivery error \"the quota of the pump was exceeded\"\n\nYou get this error in the evening.\n\n## I own the pump\n\nWait a day.\n")]
    [InlineData("# Pump activation error codes 0x80230619 and 0x80230627\n\nYou might encounter the error in the evening.\n\n## Restart it\n\n1. Switch it off.\n2. Switch it on.\n")]
    [InlineData("# Resolve a valve error\n\nThe following error might display. It is caused by dust.\n\n## Workaround\n\nClean the valve.\n")]
    [InlineData("# \"You must install one of these versions\" when you run the pump\n\n## Problem\n\nIt stops.\n\n## Solution\n\nInstall the new version.\n")]
    public void Short_documents_about_one_problem_need_no_labels(string markdown) =>
        Assert.Equal((EntryShape.Document, 1), Assert.Single(Documents.Read(markdown).Entries.Select(e => (e.Shape, e.StartLine))));

    [Theory]
    [InlineData("errors/E0617.md", "A pump was given too many valves.\n\n```\nlet pump = two; // E0618\n```\n\nGive it one.\n", 1)]
    [InlineData("E0617.md", "#### Note: no longer shown\n\nA pump was given too many valves. Give it one.\n", 3)]
    public void A_file_named_by_a_code_needs_no_title(string path, string markdown, int line)
    {
        var entry = Assert.Single(Documents.Reader.Read(SourceText.From(markdown, path), "doc", Documents.English).Entries);

        Assert.Equal((EntryShape.Document, "A pump was given too many valves.", line, "Give it one."), (entry.Shape, entry.Title.Text, entry.StartLine, entry.Resolution!.Text));
        Assert.Equal(("rust", "E0617"), (Assert.Single(entry.Codes).Code.Scheme, entry.Codes[0].Code.Value));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("2024.md")]
    [InlineData("PUMP_LIMIT.md")]
    public void Other_names_of_files_are_no_codes(string path) =>
        Assert.Empty(Documents.Reader.Read(SourceText.From("A pump was given too many valves. Give it one.\n", path), "doc", Documents.English).Entries);

    [Theory]
    [InlineData("de-DE", "# Pumpen-Lizenzierungsfehler\n\nWenn Sie die folgende Fehlermeldung erhalten, pr\u00FCfen Sie die Lizenz.\n", 1)]
    [InlineData("de-DE", "# Get-Error\n\nDer Befehl zeigt die folgende Fehlermeldung an. Pr\u00FCfen Sie sie.\n", 0)]
    public void German_compounds_name_errors_and_commands_do_not(string locale, string markdown, int count) => Assert.Equal(count, Documents.Read(markdown, locale).Entries.Length);

    [Theory]
    [InlineData("# Deploy error: SQLSTATE[HY000] [1040]\n\n## Cause\n\nLoad.\n\n## Solution\n\nWait.\n", "HY000 1040")]
    [InlineData("# The list is not shown\n\n## Symptoms\n\n```\nLintLoopWarning: again\n```\n\n## Solution\n\nWait.\n", "LintLoopWarning")]
    [InlineData("## Got 404 status code\n\nThis error is due to the path. Check it.\n", "404")]
    [InlineData("## 400 Bad request or 403 Forbidden: Who?\n\nYou get an *interaction_required* error. Sign in.\n", "400 403 interaction_required")]
    [InlineData("## The commit fails\n\nYou receive the error code `40003` (`outcome_unknown`). Retry.\n", "40003 outcome_unknown")]
    [InlineData("## The order fails: urn:example:error:gone\n\nRetry.\n", "urn:example:error:gone")]
    public void Codes_are_found_where_the_problem_is_named_and_shown(string markdown, string codes) =>
        Assert.Equal(codes, string.Join(' ', Assert.Single(Documents.Read(markdown).Entries).Codes.Select(c => c.Code.Value)));

    [Theory]
    [InlineData("## The job takes 500 ms and fails\n\nRestart it.\n")]
    [InlineData("## The job fails\n\nSet `JOB_HOST` first. Call `do_it` then.\n")]
    public void Other_numbers_and_names_are_no_codes(string markdown) => Assert.Empty(Assert.Single(Documents.Read(markdown).Entries).Codes);

    [Theory]
    [InlineData("# Comparison of A and B\n\nA is not available in the north.\n\n## Features\n\nText.\n")]
    [InlineData("---\ntitle: Common errors\n---\n\nThings can go wrong.\n\n## When in doubt, start with `check`\n\nIt tells what looks unusual.\n")]
    [InlineData("# How to view errors of pumps\n\nThis error log is kept for a year. Open the log.\n\n## Filters\n\nChoose one.\n")]
    [InlineData("# Pump Error Handling Functions\n\nThese functions are called when an error occurs. Use them in order.\n")]
    [InlineData("# Release notes\n\n- Fixed: The app crashes on start.\n- Fixed: The list is not shown.\n")]
    [InlineData("# Set up the printer\n\n## Before you begin\n\nMake sure that it isn't connected.\n\n## Connect it\n\n1. Plug it in.\n2. Switch it on.\n")]
    public void Documents_about_something_else_have_none(string markdown) => Assert.Empty(Documents.Read(markdown).Entries);

    [Fact]
    public void A_page_about_errors_of_one_kind_is_a_problem_where_it_tells_their_message()
    {
        var entry = Assert.Single(Documents.Read("---\ntitle: Valve Detection Errors\n---\nPumps find their valves by themselves.\n\nIf the log has lines such as `valve detection failed after 10s`, a valve is loose.\n\nTighten the valve.\n").Entries);

        Assert.Equal(("Valve Detection Errors", EntryShape.Document, 2), (entry.Title.Text, entry.Shape, entry.StartLine));
    }

    [Theory]
    [InlineData("Valves find pumps by themselves. A command such as `show valve status` fails without a pump.")]
    [InlineData("If the log is empty, see the errors below.")]
    public void Other_pages_in_the_plural_are_none(string text) =>
        Assert.Empty(Documents.Read($"---\ntitle: Troubleshooting valves\n---\nPumps find their valves.\n\nMore about them.\n\n{text}\n").Entries);
}
