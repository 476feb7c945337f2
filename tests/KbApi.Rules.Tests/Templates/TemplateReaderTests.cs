using KbApi.Rules.Templates;

namespace KbApi.Rules.Tests.Templates;

public class TemplateReaderTests
{
    private static readonly TemplateReader Reader = TemplateReader.CreateBuiltIn();

    [Theory]
    [InlineData("Failed after 17 attempts, 1,024 bytes and 3.5 s", "Failed after <n> attempts, <n> bytes and <n> s")]
    [InlineData("Took 512ms for 10MB", "Took <n>ms for <n>MB")]
    [InlineData("Request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed", "Request <guid> failed")]
    [InlineData("{3F2504E0-4F89-11D3-9A0C-0305E82C3301}", "{<guid>}")]
    [InlineData("2024-01-31T10:15:00.123Z down since 10:15", "<time> down since <time>")]
    [InlineData("2024-01-31 10:15:00,123 down", "<time> down")]
    [InlineData("1/31/2024 10:15:00 PM down", "<time> down")]
    [InlineData("Jan 31 10:15:00 cron ended", "<time> cron ended")]
    [InlineData("cannot reach 10.0.0.1:443 or fe80::1 or 00:1B:44:11:3A:B7", "cannot reach <addr>:<n> or <addr> or <addr>")]
    [InlineData("cannot reach srv01.contoso.com:8080", "cannot reach <host>:<n>")]
    [InlineData("GET https://login.contoso.com/a?b=1;c failed", "GET <url> failed")]
    [InlineData("anna@contoso.com was refused", "<mail> was refused")]
    [InlineData(@"CONTOSO\anna was refused", "<user> was refused")]
    [InlineData(@"C:\Program Files (x86)\App\a.exe crashed", "<path> crashed")]
    [InlineData(@"\\fs01\share\x not found", "<path> not found")]
    [InlineData("/var/log/app.log not found", "<path> not found")]
    [InlineData("read/write and TCP/IP and N/A stay", "read/write and TCP/IP and N/A stay")]
    [InlineData("Version 10.0.19041.1 is old", "Version <n> is old")]
    [InlineData("user1234 and blk_-1608999687919862906", "user<n> and blk_-<n>")]
    [InlineData("commit 4f9a8b7c6d5e failed", "commit <id> failed")]
    [InlineData("at 0x00007FFB8C2A1234", "at <id>")]
    [InlineData("[email-1] signed in from [ip-2] at [machine-3]", "<mail> signed in from <addr> at <host>")]
    [InlineData("  many\t\tblanks\r\nand lines ", "many blanks and lines")]
    [InlineData("--------- end", "--- end")]
    public void What_varies_is_masked(string message, string template) => Assert.Equal(template, Reader.Read(message).Text);

    [Theory]
    [InlineData("Account 'anna' of \"Contoso AB\" is missing", "Account '<value>' of \"<value>\" is missing")]
    [InlineData("Kontot ”Anna Andersson” saknas", "Kontot ”<value>” saknas")]
    [InlineData("ユーザー「田中」が見つかりません", "ユーザー「<value>」が見つかりません")]
    [InlineData("The user's account isn't there", "The user's account isn't there")]
    [InlineData("It said 'The password is wrong' 3 times", "It said 'The password is wrong' <n> times")]
    [InlineData("State went from 'enabled' to 'disabled'", "State went from 'enabled' to 'disabled'")]
    [InlineData("Läget är \"inaktiverad\"", "Läget är \"inaktiverad\"")]
    [InlineData("状态为「停止」", "状态为「停止」")]
    [InlineData("Failed with 'SSPR_0009'", "Failed with 'SSPR_0009'")]
    [InlineData("Failed with \"TenantSSPRFlagDisabled\"", "Failed with \"TenantSSPRFlagDisabled\"")]
    [InlineData("{\"code\":\"31003\",\"id\":\"x\"}", "{\"code\":\"31003\",\"id\":\"<value>\"}")]
    public void What_is_quoted_is_masked_unless_it_means_something(string message, string template) => Assert.Equal(template, Reader.Read(message).Text);

    [Theory]
    [InlineData("Event ID 31003 on node 5", "Event ID 31003 on node <n>")]
    [InlineData("error 31044; 31034 on one of 12 DCs", "error 31044; 31034 on one of <n> DCs")]
    [InlineData("Fel 31003 efter 5 försök", "Fel 31003 efter <n> försök")]
    [InlineData("getting 31034 error", "getting 31034 error")]
    [InlineData("The remote server returned (404) Not Found", "The remote server returned (404) Not Found")]
    [InlineData("HTTP/1.1 500 in 20 s", "HTTP/1.1 500 in <n> s")]
    [InlineData("550 5.7.1 Client host rejected", "550 5.7.1 Client host rejected")]
    [InlineData("0x80230619 and hr=80230402 and -2145188327", "0x80230619 and hr=80230402 and -2145188327")]
    [InlineData("ORA-01017, AADSTS50058, SSPR_0029 and LNK2019", "ORA-01017, AADSTS50058, SSPR_0029 and LNK2019")]
    [InlineData("エラー 31003 が 5 回発生しました", "エラー 31003 が <n> 回発生しました")]
    [InlineData("错误代码：31003，重试了5次", "错误代码：31003，重试了<n>次")]
    [InlineData("错误SSPR_0009发生", "错误SSPR_0009发生")]
    [InlineData("31044", "31044")]
    [InlineData("process id 4321 ended", "process id <n> ended")]
    [InlineData("(ID: 120002)", "(ID: 120002)")]
    public void A_code_is_never_masked(string message, string template) => Assert.Equal(template, Reader.Read(message).Text);

    [Theory]
    [InlineData("The service was Started", "The service was Stopped")]
    [InlineData("Writeback is enabled", "Writeback is disabled")]
    [InlineData("The user is defined", "The user is not defined")]
    [InlineData("IPv4 is used", "IPv6 is used")]
    [InlineData("サービスが開始されました", "サービスが停止されました")]
    [InlineData("Event 31003", "Event 31004")]
    public void What_means_something_else_is_another_template(string one, string other) => Assert.NotEqual(Reader.Read(one).Id, Reader.Read(other).Id);

    [Fact]
    public void An_id_is_what_it_was() => Assert.Equal("cadd7297b8f63b74", Reader.Read("Failed after 17 attempts").Id);

    [Fact]
    public void A_long_message_has_a_bounded_template()
    {
        var template = Reader.Read(string.Concat(Enumerable.Repeat("words and words ", 1_000)));

        Assert.InRange(template.Text.Length, TemplateReader.MostChars - 64, TemplateReader.MostChars);
        Assert.EndsWith(" …", template.Text, StringComparison.Ordinal);
    }
}
