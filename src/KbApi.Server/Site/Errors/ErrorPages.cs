using KbApi.Server.Http;
using KbApi.Server.Site.Parts;
using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Errors;

/// <summary>Pages about what went wrong: what it is, and how to go on.</summary>
internal static class ErrorPages
{
    /// <summary>The content is still being read.</summary>
    public static SitePage Starting(SiteWords words) => new(words["Starting"], Message("503", words["Starting"], words["StartingHelp"], Html.None))
    {
        Status = StatusCodes.Status503ServiceUnavailable,
        Head = Html.Of($"""<meta http-equiv="refresh" content="2">"""),
    };

    /// <summary>There is no such page.</summary>
    public static SitePage NotFound(SiteWords words, SiteRequest? request) =>
        Error(words, request, StatusCodes.Status404NotFound, "NotFound");

    /// <summary>There is no such entry or article; what its id says may be what it was about.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The id that nothing has.</param>
    public static SitePage UnknownId(SiteRequest request, string id)
    {
        var name = id.Split('/')[^1].Trim();
        var guess = name.Replace('-', ' ').Replace('_', ' ').Trim();
        var nearest = guess.Length == 0 ? [] : request.KnowledgeBase.Codes.Find(Shortened(name)).Nearest;
        var help = Html.Of($"""
            {NearCodes.List(nearest, request)}
            {Forms.Search(request, guess, isLive: false, isFirst: false)}
            <p><a href="{request.To("/browse")}">{request.Words["BrowseAll"]}</a></p>
            """);
        return new SitePage(request.Words["UnknownId"], Message("404", request.Words["UnknownId"], request.Words.With("UnknownIdHelp", Shortened(id)), help))
        {
            Status = StatusCodes.Status404NotFound,
            HasOwnSearch = true,
        };
    }

    /// <summary>Something else: the status says what.</summary>
    public static SitePage OfStatus(SiteWords words, SiteRequest? request, int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound(words, request),
        StatusCodes.Status405MethodNotAllowed => Error(words, request, status, "NotAllowed"),
        StatusCodes.Status413PayloadTooLarge => Error(words, request, status, "TooLarge"),
        < StatusCodes.Status500InternalServerError => Error(words, request, status, "BadRequest"),
        _ => Error(words, request, status, "Failure"),
    };

    private static SitePage Error(SiteWords words, SiteRequest? request, int status, string name)
    {
        var help = Html.Of($"""
            {Html.When(request is not null, () => Forms.Search(request!, null, isLive: false, isFirst: false))}
            <p class="ways"><a href="{request?.To("/") ?? Address.OfSite("/")}">{words["ToStart"]}</a> <a href="{request?.To("/browse") ?? Address.OfSite("/browse")}">{words["BrowseAll"]}</a> <a href="{request?.To("/paste") ?? Address.OfSite("/paste")}">{words["Paste"]}</a></p>
            """);
        return new SitePage(words[name], Message(status.ToString(words.Culture), words[name], words[name + "Help"], help)) { Status = status, HasOwnSearch = true };
    }

    private static Html Message(string status, string title, string text, Html help) => Html.Of($"""
        <div class="page narrow oops">
        <p class="status">{status}</p>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {help}
        </div>
        """);

    private static string Shortened(string text) => Beginning.Of(text, 100);
}
