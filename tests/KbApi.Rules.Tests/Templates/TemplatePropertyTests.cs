using FsCheck;
using FsCheck.Fluent;
using KbApi.Content.Codes;
using KbApi.Content.Lexicons;
using KbApi.Rules.Templates;

namespace KbApi.Rules.Tests.Templates;

public class TemplatePropertyTests
{
    private static readonly TemplateReader Reader = TemplateReader.CreateBuiltIn();
    private static readonly CodeSchemeSet Schemes = CodeSchemeSet.LoadBuiltIn();
    private static readonly LexiconSet Lexicons = LexiconSet.LoadBuiltIn();

    private static readonly Gen<string> Piece = Gen.Elements(
        "Started", "Stopped", "error", "fel", "エラー", "错误代码", "id", "event", "user", "a", "x1", "user1234", "IPv4", "node7", "512ms", "17", "31003", "1,024", "3.5", "10.0.0.1", "fe80::1",
        "0x80070005", "0x00007FFB8C2A1234", "-2145188327", "SSPR_0009", "ORA-01017", "TenantFlagDisabled", "ERROR_ACCESS", "4f9a8b7c6d5e", "2024-01-31", "10:15:00", "Jan", "31",
        "C:\\a", "C:\\Program", "Files\\b", "CONTOSO\\anna", "/var/log", "/quiet", "a/b/c1", "https://a.b/c?d=e", "anna@contoso.com", "srv.contoso.com", "srv.corp", "System.IO", "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "'", "\"", "”", "「", "」", "«", "»", "(", ")", "[", "]", "{", "}", "<", ">", ":", ";", ",", ".", "=", "-", "--", "%", "…", "\\", "/", "\n", " ", " ", " ", " ", "<n>", "<id>", "[ip-1]", "ん", "停止", "\u00E5", "a\u030A", "\u200D", "\uD83D\uDE00", "_");

    private static readonly Arbitrary<string> Messages = Gen.ArrayOf(Piece).Select(string.Concat).ToArbitrary();

    [SeededProperty(MaxTest = 5_000)]
    public Property A_template_is_its_own_template() => Prop.ForAll(Messages, m =>
    {
        var once = Reader.Read(m).Text;
        var twice = Reader.Read(once).Text;
        return (once == twice).Label($"{m}\n{once}\n{twice}");
    });

    [SeededProperty(MaxTest = 5_000)]
    public void Any_text_has_a_template_within_bounds(string? text) => Assert.InRange(Reader.Read(text ?? "").Text.Length, 0, TemplateReader.MostChars);

    [SeededProperty(MaxTest = 2_000)]
    public Property A_code_that_the_scanner_finds_survives_in_every_language() => Prop.ForAll(
        Gen.Elements(Lexicons.Languages.ToArray()).SelectMany(l => MessageWithCode(Lexicons.For(l)).Select(m => (Language: l, Message: m))).ToArbitrary(),
        c =>
        {
            var codes = new CodeScanner(Schemes, Lexicons.For(c.Language)).Scan(c.Message, CodeContext.Prose).Select(m => c.Message.Substring(m.Start, m.Length)).ToList();
            var template = Reader.Read(c.Message).Text;
            return (codes.Count > 0 && codes.All(code => template.Contains(code, StringComparison.Ordinal))).Label($"{c.Language}: {c.Message} [{string.Join('|', codes)}] {template}");
        });

    [SeededProperty(MaxTest = 2_000)]
    public Property Messages_that_differ_in_a_word_never_merge() => Prop.ForAll(
        Gen.Elements(("Started", "Stopped"), ("enabled", "disabled"), ("is", "is not"), ("aktiverad", "inaktiverad"), ("开始", "停止"), ("inte", ""), ("Success", "Fail"))
            .Zip(Gen.ArrayOf(Gen.Elements("service", "user", "17", "'anna'", "10:15", "node7", "tjänsten", "31003"), 6), (words, around) => (Words: words, Around: around))
            .Zip(Gen.Choose(0, 6), (c, at) => (c.Words, c.Around, At: at)).ToArbitrary(),
        c =>
        {
            var ((one, other), around, at) = c;
            string With(string word) => string.Join(' ', around.Take(at).Append(word).Concat(around.Skip(at)));
            var groups = TemplateGrouping.Group([new TemplateCount(Reader.Read(With(one)), 1), new TemplateCount(Reader.Read(With(other)), 1)]);
            return (groups.Length == 2).Label($"{With(one)} / {With(other)}");
        });

    [SeededProperty(MaxTest = 1_000)]
    public Property Groups_do_not_depend_on_order() => Prop.ForAll(
        Gen.ArrayOf(Gen.Choose(0, 30).Zip(Gen.Elements("IPv4", "Started", "Stopped", "node"), (n, w) => w == "node" ? $"node{n} joined rack{n % 3}" : $"{w} on node{n}"), 60).ToArbitrary(),
        messages =>
        {
            var templates = messages.Select(m => new TemplateCount(Reader.Read(m), 1)).ToList();
            string Show(IEnumerable<TemplateCount> t) => string.Join('\n', TemplateGrouping.Group(t).Select(g => $"{g.Template.Id} {g.Template.Text} {g.Count} {string.Join(',', g.Aliases)}"));
            return Show(templates) == Show(templates.AsEnumerable().Reverse()) && Show(templates) == Show(templates.OrderBy(t => t.Template.Id, StringComparer.Ordinal));
        });

    [Fact]
    public void Many_words_with_digits_in_one_place_are_values()
    {
        var nodes = Enumerable.Range(1, TemplateGrouping.MostNames + 1).Select(n => new TemplateCount(Reader.Read($"node{n} joined over IPv{(n % 2 * 2) + 4}"), 2)).ToList();

        var few = TemplateGrouping.Group(nodes.Take(TemplateGrouping.MostNames));
        var many = TemplateGrouping.Group(nodes);

        Assert.Equal(TemplateGrouping.MostNames, few.Length);
        Assert.Equal(["<*> joined over IPv6", "<*> joined over IPv4"], many.Select(g => g.Template.Text));
        Assert.Equal(2 * (TemplateGrouping.MostNames + 1), many.Sum(g => g.Count));
        Assert.All(few, g => Assert.Contains(many, m => m.Aliases.Contains(g.Template.Id)));
    }

    [Fact]
    public void A_group_that_was_found_to_vary_takes_in_what_comes_later()
    {
        var groups = TemplateGrouping.Group([new TemplateCount(Reader.Read("<*> joined"), 40), new TemplateCount(Reader.Read("node99 joined"), 1)]);

        var group = Assert.Single(groups);
        Assert.Equal(("<*> joined", 41), (group.Template.Text, group.Count));
    }

    private static Gen<string> MessageWithCode(Lexicon lexicon) => Gen.OneOf(
        Gen.Elements(lexicon.Code.Phrases.Where(p => !p.Contains('*', StringComparison.Ordinal)).ToArray()).Zip(Gen.Choose(1000, 99999), (p, n) => $"{p} {n}"),
        Gen.Choose(100, 9999).Select(n => $"SSPR_{n:0000}"),
        Gen.Choose(100, 99999).Select(n => $"ORA-{n:00000}"),
        Gen.Choose(0, int.MaxValue).Select(n => $"0x{n:X8}"),
        Gen.Choose(0x10000000, int.MaxValue).Select(n => $"-{n}"),
        Gen.Choose(0, 0xFFFFF).Select(n => $"hr=802{n:X5}"),
        Gen.Choose(10000, 99999).Select(n => $"AADSTS{n}"))
        .Zip(Gen.Elements("", "x ", "5 försök. ", "「"), (code, before) => before + code).Zip(Gen.Elements("", " failed", ".", ", 5 times", ") now"), (m, behind) => m + behind);
}
