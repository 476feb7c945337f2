using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KbApi.Content.Tests.Support;

namespace KbApi.Content.Tests.Identity;

[Properties(Arbitrary = [typeof(Tables)])]
public sealed class EntryIdsTests
{
    private const string CodeTable = "| Error code | Name | Description |";
    private const string ErrorTable = "| Error | Cause | Solution |";

    [Theory]
    [InlineData(ErrorTable, "| <a name=\"Own_Name\"></a>It fails | a | b |", "doc/own_name")]
    [InlineData(ErrorTable, "| <a name=\"a/b\"></a>It fails | a | b |", "doc/a-b")]
    [InlineData(ErrorTable, "| It fails | a | b |", "doc/it-fails")]
    [InlineData(ErrorTable, "| UserNotLicensed = 12 | SSPR_0012: x | b |", "doc/usernotlicensed")]
    [InlineData(CodeTable, "| 31003 | PasswordResetFail | x |", "doc/passwordresetfail")]
    [InlineData(CodeTable, "| 0x80070005 | ERROR_ACCESS | x |", "doc/0x80070005")]
    [InlineData("| Event ID | Name | Description |", "| 31003 | PasswordResetFail | x |", "doc/31003")]
    [InlineData("| Event ID | Message | Description |", "| 6329 | BAIL: 0x80230619 | x |", "doc/6329-0x80230619")]
    public void An_entry_is_named_by_anchor_code_or_title(string header, string row, string id) => Assert.Equal(id, Documents.ReadRow(header, row).Id);

    [Fact]
    public void Entries_of_one_code_get_their_second_code_else_their_title_else_what_they_say() => Assert.Equal(
        ["doc/sspr-0012-usernotlicensed", "doc/sspr-0012-usernotmember", "doc/access-is-denied", "doc/aadsts65005-the-first", "doc/aadsts65005-the-second"],
        Ids(
            CodeTable,
            "| SSPR_0012 | UserNotLicensed | a |",
            "| SSPR_0012 | UserNotMember | b |",
            "| SSPR_0012 | Access is denied | c |",
            "| AADSTS65005 | | The first |",
            "| AADSTS65005 | | The second |"));

    [Fact]
    public void One_symptom_in_two_sections_gets_the_names_of_the_sections() => Assert.Equal(
        ["doc/it-fails-portal", "doc/it-fails-setup"],
        Documents.Read("## Portal\n\n| Error | Solution |\n|---|---|\n| It fails | Do a. |\n\n## Setup\n\n| Error | Solution |\n|---|---|\n| It fails | Do a. |\n").Entries.Select(e => e.Id));

    [Fact]
    public void Rows_that_say_exactly_the_same_are_numbered() =>
        Assert.Equal(["doc/it-fails", "doc/it-fails-2", "doc/it-fails-3"], Ids(ErrorTable, "| It fails | a | b |", "| It fails | a | b |", "| It fails | a | b |"));

    [Fact]
    public void Anchors_that_differ_in_case_only_are_told_apart()
    {
        var knowledge = Documents.Load(("a.md", $"{ErrorTable}\n|---|---|---|\n| <a name=\"Foo\"></a>One | a | b |\n| <a name=\"foo\"></a>Two | a | b |\n"));

        Assert.Equal(["a/one", "a/two"], knowledge.Entries.Items.Select(e => e.Id));
        Assert.NotNull(knowledge.Entries.Find("A/ONE"));
    }

    [Fact]
    public void Rows_that_say_the_same_in_other_columns_may_move()
    {
        string[] rows = ["|  | 31001 | who knows | Restart it. |", "| 31001 | 31001 | who knows | Restart it. |"];

        Assert.Equal(Read(rows).OrderBy(p => p.Key, StringComparer.Ordinal), Read(rows.Reverse()).OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [SeededProperty(MaxTest = 300)]
    public void Rows_may_move_without_a_change_of_ids(MovedRows rows)
    {
        var before = Read(rows.Rows);
        var after = Read(rows.Moved);

        Assert.Equal(before.Count, before.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(before.OrderBy(p => p.Key, StringComparer.Ordinal), after.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(string header, params string[] rows) =>
        Documents.Read($"{header}\n|---|---|---|\n{string.Join('\n', rows)}\n").Entries.Select(e => e.Id);

    /// <summary>The id of each row by its text.</summary>
    private static Dictionary<string, string> Read(IEnumerable<string> rows)
    {
        var article = Documents.Read($"| Code | Symptom | Cause | Solution |\n|---|---|---|---|\n{string.Join('\n', rows)}\n");
        return article.Entries.ToDictionary(e => article.Text[e.Span], e => e.Id);
    }

    /// <summary>Different rows, and the same in another order.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="Moved">The rows moved.</param>
    public sealed record MovedRows(IReadOnlyList<string> Rows, IReadOnlyList<string> Moved);

    public static class Tables
    {
        // The first rows of a table tell what its columns are about; rows that move past them may change that, and the ids with it.
        private const int RowsThatTell = 20;

        public static Arbitrary<MovedRows> Any() =>
            (from rows in Row().NonEmptyListOf()
             let distinct = rows.Distinct().Take(RowsThatTell).ToArray()
             from moved in Gen.Shuffle(distinct)
             select new MovedRows(distinct, moved)).ToArbitrary();

        private static Gen<string> Row() =>
            from code in Gen.Elements("31001", "31002", "SSPR_0009", "ER_ONE", "ER_TWO", "")
            from symptom in Gen.Elements("It fails", "It stops", "31001", "<a name=\"it-fails\"></a>It fails", "It fails because", "\u65E5\u672C")
            from cause in Gen.Elements("because", "31001", "who knows")
            select $"| {code} | {symptom} | {cause} | Restart it. |";
    }
}
