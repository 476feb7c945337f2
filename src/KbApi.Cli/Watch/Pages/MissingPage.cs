using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Watch.Pages;

/// <summary>What is said where there is nothing to show.</summary>
internal static class MissingPage
{
    public static PreviewPage Make(PreviewRequest request) => Of(request, "Missing", StatusCodes.Status404NotFound);

    public static PreviewPage Forbidden(PreviewRequest request) => Of(request, "Forbidden", StatusCodes.Status403Forbidden);

    private static PreviewPage Of(PreviewRequest request, string name, int status) => new(request.Words[name], Html.Of($"""
        <div class="page oops">
        <p class="status">{status}</p>
        <h1>{request.Words[name]}</h1>
        <p class="lead">{request.Words[name + "Text"]}</p>
        <p><a href="{Address.OfSite("/")}">{request.Words["AllArticles"]}</a></p>
        </div>
        """)) { Status = status };
}
