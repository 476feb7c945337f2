using KbApi.Server.Site.Errors;

namespace KbApi.Server.Site.Browse;

/// <summary>Leads from a code, in any spelling, to what it means.</summary>
internal static class CodePage
{
    private const int MaxCodeLength = 200;

    public static SitePage Make(SiteRequest request, string code)
    {
        if (string.IsNullOrWhiteSpace(code) || code.Length > MaxCodeLength)
        {
            return ErrorPages.NotFound(request.Words, request);
        }

        var owners = request.KnowledgeBase.Codes.Find(code, request.Query("source")).Owners;
        var elsewhere = owners.Length == 1 ? request.ToEntry(owners[0].EntryId) : request.To("/search", [new("q", code)]);
        return new SitePage("", default) { RedirectTo = elsewhere };
    }
}
