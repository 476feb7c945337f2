using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site.Paste;

/// <summary>The forms to paste a text into and to give a log with.</summary>
internal static class PasteForm
{
    public static Html Text(SiteRequest request, string? message, string? error = null) => Html.Of($"""
        <form class="paste" method="post" action="{request.To("/paste")}">
        <label for="message">{request.Words["PasteLabel"]}</label>
        <textarea id="message" name="message" rows="7" maxlength="20000" required spellcheck="false" placeholder="{request.Words["PastePlaceholder"]}"{HtmlAttribute.When(error is not null, "aria-invalid", "true")}{HtmlAttribute.When(true, "aria-describedby", error is null ? "privacy" : "message-error privacy")}>{message}</textarea>
        {Html.When(error is not null, () => Html.Of($"""<p class="error" id="message-error" role="alert">{error}</p>"""))}
        <div class="actions"><button type="submit">{request.Words["PasteSubmit"]}</button><p class="quiet" id="privacy">{request.Words["PastePrivacy"]}</p></div>
        </form>
        """);

    public static Html Log(SiteRequest request, string? error = null) => Html.Of($"""
        <form class="drop" id="log" method="post" enctype="multipart/form-data" action="{request.To("/paste/log")}" data-drop>
        {Icons.Log}
        <div><label for="file">{request.Words["LogLabel"]}</label>
        <p class="quiet" id="log-help">{request.Words["LogHelp"]}</p>
        <input id="file" type="file" name="log" required aria-describedby="log-help">
        {Html.When(error is not null, () => Html.Of($"""<p class="error" role="alert">{error}</p>"""))}
        </div>
        <button type="submit">{request.Words["LogSubmit"]}</button>
        </form>
        """);
}
