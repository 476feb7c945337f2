using KbApi.Cli.Export.Files;
using KbApi.Cli.Export.Index;
using KbApi.Content.Codes;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Tests.Export;

public sealed class CodeKeysTests
{
    [Theory]
    [InlineData("sspr", "SSPR_0029", "sspr0029", "sspr29")]
    [InlineData("hresult", "0x80230619", "0x80230619", "80230619", "2149778969", "2145188327")]
    [InlineData("event", "31003", "31003")]
    [InlineData("number", "9")]
    public void Keys_are_what_people_type_without_signs(string scheme, string value, params string[] keys) =>
        Assert.Equal(keys, CodeKeys.Of(new ErrorCode(scheme, value)));

    [Fact]
    public void Every_key_of_the_content_leads_where_the_api_leads()
    {
        var knowledgeBase = new KnowledgeBaseLoader().Load(Repository.Content);
        var pairs = knowledgeBase.Entries.Items
            .SelectMany(e => e.Variants[0].Codes.Where(c => c.Role == CodeRole.Identifying).SelectMany(c => CodeKeys.Of(c.Code)).Select(key => (e.Id, Key: key)))
            .ToList();

        Assert.True(pairs.Count > 100);
        // Signs are no part of keys; the API takes a number of 32 bits for negative only where it is written so.
        Assert.All(pairs, p => Assert.Contains(p.Id, new[] { p.Key, "-" + p.Key }.SelectMany(k => knowledgeBase.Codes.Find(k).Owners).Select(o => o.EntryId)));
    }

    [Theory]
    [InlineData("sspr/sspr-0029", "sspr/sspr-0029")]
    [InlineData("a/..", "a/~2e.")]
    [InlineData("fel/lösen:ord", "fel/l~f6sen~3aord")]
    [InlineData("", "~")]
    public void Names_of_files_are_safe_anywhere(string id, string path) => Assert.Equal(path, StaticPath.Of(id));
}
