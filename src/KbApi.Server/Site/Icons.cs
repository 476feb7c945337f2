using KbApi.Server.Site.Rendering;

namespace KbApi.Server.Site;

/// <summary>Pictures that stand beside words and say the same.</summary>
internal static class Icons
{
    public static Html Brand => Html.Of(
        $"""<svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="9" class="mark-ground"/><path d="M9 9.5h8.5a5 5 0 0 1 0 10H14l-5 4z" class="mark-bubble"/><circle cx="21.5" cy="21.5" r="3" class="mark-dot"/></svg>""");

    public static Html Search => Icon("M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm5.2 12.2L21 21");

    public static Html Theme => Icon("M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z");

    public static Html Paste => Icon("M9 4h6v3H9zM9 5H6v15h12V5h-3M9 12h6M9 16h4");

    public static Html Log => Icon("M4 6h5v4H4zM11 10h6v4h-6zM8 14h12v4H8z");

    public static Html Document => Icon("M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5");

    public static Html Source => Icon("M4 5h16v11H4zM9 20h6M12 16v4");

    public static Html Code => Icon("M8 8l-4 4 4 4M16 8l4 4-4 4M13.5 6l-3 12");

    public static Html Person => Icon("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500");

    public static Html Note => Icon("M12 4l9 16H3zM12 10v4M12 17v.5");

    public static Html Check => Icon("M5 12.500l4.500 4.500L19 7.500");

    public static Html Arrow => Html.Of(
        $"""<svg class="icon arrow" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false"><path d="M9 6l6 6-6 6"/></svg>""");

    private static Html Icon(string path) => Html.Of(
        $"""<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><path d="{path}"/></svg>""");
}
