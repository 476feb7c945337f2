namespace KbApi.Browser.Tests.Support;

/// <summary>Content that means harm: each vector, were it to run, would call <c>alert</c> or set <c>window.harmed</c>.</summary>
internal static class HostileContent
{
    private const string Harm = "window.harmed=1;alert(1)";

    /// <summary>Our own, after the kinds that cheat sheets list: elements, events, addresses, broken mark-up, encodings, other grammars.</summary>
    public static readonly IReadOnlyList<string> Vectors =
    [
        $"<script>{Harm}</script>",
        $"<ScRiPt >{Harm}</sCrIpT>",
        $"<script/x>{Harm}</script>",
        $"<<script>{Harm}//<</script>",
        "<script src=data:text/javascript,window.harmed=1></script>",
        $"<img src=x onerror=\"{Harm}\">",
        $"<img src=x onerror={Harm}>",
        $"<img/src=x/onerror={Harm}>",
        $"<IMG \"\"\"><SCRIPT>{Harm}</SCRIPT>\">",
        $"<svg onload=\"{Harm}\"></svg>",
        $"<svg><script>{Harm}</script></svg>",
        $"<svg><animate onbegin={Harm} attributeName=x dur=1s></svg>",
        $"<svg><a xlink:href=\"javascript:{Harm}\"><text y=20>words</text></a></svg>",
        $"<math><mtext><table><mglyph><style><img src=x onerror=\"{Harm}\"></style></mglyph></table></mtext></math>",
        $"<body onload={Harm}>",
        $"<iframe src=\"javascript:{Harm}\"></iframe>",
        $"<iframe srcdoc=\"<script>parent.{Harm}</script>\"></iframe>",
        $"<object data=\"javascript:{Harm}\"></object>",
        $"<embed src=\"javascript:{Harm}\">",
        $"<a href=\"javascript:{Harm}\">words</a>",
        $"<a href=\" &#14; javascript:{Harm}\">words</a>",
        $"<a href=\"jav&#x09;ascript:{Harm}\">words</a>",
        $"<a href=\"&#106;avascript:{Harm}\">words</a>",
        $"<a href=\"data:text/html,<script>{Harm}</script>\">words</a>",
        $"<a href=\"vbscript:{Harm}\">words</a>",
        $"<a onmouseover=\"{Harm}\" style=\"position:fixed;inset:0\">words</a>",
        $"[words](javascript:{Harm.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})",
        "[words](JaVaScRiPt:window.harmed=1)",
        "[words](data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFybWVkPTE8L3NjcmlwdD4=)",
        "![words](javascript:window.harmed=1)",
        "<javascript:window.harmed=1>",
        $"<form action=\"javascript:{Harm}\"><button autofocus>words</button></form>",
        $"<input autofocus onfocus=\"{Harm}\">",
        $"<details open ontoggle=\"{Harm}\">words</details>",
        $"<video><source onerror=\"{Harm}\"></video>",
        $"<marquee onstart={Harm}>words</marquee>",
        $"<style>@import 'javascript:{Harm}';</style>",
        "<style>*{display:none}</style>",
        $"<link rel=stylesheet href=\"javascript:{Harm}\">",
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Harm}\">",
        "<base href=\"https://harm.example/\">",
        $"<template><script>{Harm}</script></template>",
        $"<noscript><p title=\"</noscript><img src=x onerror={Harm}>\"></noscript>",
        $"<textarea></textarea><img src=x onerror={Harm}>",
        $"<title></title><img src=x onerror={Harm}>",
        $"<xmp><img src=x onerror={Harm}></xmp>",
        $"<!--><img src=x onerror={Harm}>-->",
        $"<![CDATA[<img src=x onerror={Harm}>]]>",
        $"\"><img src=x onerror={Harm}>",
        $"'-{Harm}-'",
        $"</script><script>{Harm}</script>",
        $"</textarea></title></style><script>{Harm}</script>",
        $"<p style=\"background:url(javascript:{Harm})\">words</p>",
        "{{constructor.constructor('window.harmed=1')()}}",
        $"<div id=\"main\" data-copy=\"{Harm}\">words</div>",
        $"<a href=\"//harm.example\" ping=\"/x\" target=_blank>words</a>",
        $"\u003Cimg src=x onerror={Harm}\u003E",
        $"&lt;img src=x onerror={Harm}&gt;",
        $"`<img src=x onerror={Harm}>`",
    ];

    public static void WriteTo(TempFolder folder)
    {
        folder.Write("en-US/harm.md", "# Harm <script>alert(1)</script>\n\n" + string.Concat(Vectors.Select((vector, i) => $"""
            ## HARM-{i + 1000}: {vector}

            **Symptom:** {vector}

            {vector}

            **Cause:** {vector}

            **Resolution:** Do this: {vector}

            1. {vector}
            2. Second step


            """)));
        folder.Write("schemes.yaml", "schemes:\n  - id: harm\n    title: '<img src=x onerror=alert(1)>'\n    patterns: [HARM-####]\n");
        folder.Write("en-US/errors.md", """
            # Errors of the printer

            | Code | Meaning | Solution |
            | --- | --- | --- |
            | HARM-9001 | The printer has no paper. | Fill the tray with 20 sheets. |
            | HARM-9002 | The printer is hot. | Wait 5 minutes. |

            """);
        folder.Write("ar/errors.md", """
            # أخطاء الطابعة

            | الرمز | المعنى | الحل |
            | --- | --- | --- |
            | HARM-9001 | لا يوجد ورق في الطابعة. | املأ الدرج بعدد 10 أوراق. |

            """);
    }
}
