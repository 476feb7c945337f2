using KbApi.Content.Codes;
using KbApi.Content.Lexicons;

namespace KbApi.Content.Tests.Codes;

/// <summary>Codes that machines, games and shops show, which are ones only where the place says so.</summary>
public sealed class DeviceCodeTests
{
    private static readonly CodeScanner Scanner = new(CodeSchemeSet.LoadBuiltIn(), LexiconSet.LoadBuiltIn().For("en"));

    [Theory]
    [InlineData("F01", "F01")]
    [InlineData("4C", "4C")]
    [InlineData("L-100", "L-100")]
    [InlineData("49.4C02", "49.4C02")]
    [InlineData("SU-PQE1223", "SU-PQE1223")]
    [InlineData("E10, E11", "E10 E11")]
    [InlineData("F30\u2013F35", "F30 F35")]
    [InlineData("42S02", "42S02")]
    [InlineData("10MB", "")]
    [InlineData("Windows 10 with the service pack SP1", "10")]
    public void A_cell_of_codes_may_hold_short_ones(string cell, string codes) => Assert.Equal(codes, Codes(cell, CodeContext.Code));

    [Theory]
    [InlineData("Error code: LS-0013", "LS-0013")]
    [InlineData("Error E15", "E15")]
    [InlineData("Sync failed (E-4012)", "E-4012")]
    [InlineData("ERROR 1045 (28000): Access denied", "1045 28000")]
    [InlineData("ERROR 2002 (HY000): Can't connect", "2002 HY000")]
    [InlineData("SQLSTATE 40001 serialization failure", "40001")]
    [InlineData("The E15 plug", "")]
    [InlineData("Encoding (UTF-16)", "")]
    [InlineData("The X-100 printer", "")]
    public void A_title_may_name_one_behind_a_word_or_in_brackets(string title, string codes) => Assert.Equal(codes, Codes(title, CodeContext.Name));

    [Theory]
    [InlineData("The errors 7401, 7402 and 7405 stop the pump.", "7401 7402 7405")]
    [InlineData("It answers with HTTP status 502/503 or 504.", "502 503 504")]
    [InlineData("Old servers return error ACM-101, ACM-102 or ACM-103.", "ACM-101 ACM-102 ACM-103")]
    [InlineData("Error 500 for 200 users and 300 times", "500")]
    [InlineData("Error 404, 20 % of all", "404")]
    [InlineData("Error 404, 1.200 times", "404")]
    public void A_list_of_codes_behind_one_word_is_read_to_its_end(string sentence, string codes) => Assert.Equal(codes, Codes(sentence, CodeContext.Prose));

    private static string Codes(string text, CodeContext context) => string.Join(' ', Scanner.Scan(text, context).Select(m => m.Code.Value));
}
