using KbApi.Server.Site.Rendering;
using Microsoft.AspNetCore.Http;

namespace KbApi.Cli.Watch.Pages;

/// <summary>A page before it is put into the frame that all have.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Body">What stands in its main part.</param>
internal sealed record PreviewPage(string Title, Html Body)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The article that it shows; null where it shows all, and has to be made anew with every change.</summary>
    public string? Article { get; init; }
}
