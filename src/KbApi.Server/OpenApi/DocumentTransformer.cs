using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KbApi.Server.OpenApi;

/// <summary>What the contract says as a whole.</summary>
internal sealed class DocumentTransformer : IOpenApiDocumentTransformer
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Codes", "What an error code means, in any spelling."),
        ("Entries", "The problems that the content describes."),
        ("Articles", "The documents that the content is made of."),
        ("Procedures", "What to do, in what order, and what to send along."),
        ("Operations", "How events belong together."),
        ("Locales", "The languages of the content."),
        ("Search", "What answers words and codes as people type them."),
        ("Classification", "From a report or an event log to the entries that answer it."),
        ("Reports", "Reports that are kept, and what is said of their answers."),
        ("Insights", "What is asked and not answered, and how often what occurs."),
        ("Diagnostics", "What the rules say of the content."),
        ("Health", "Probes for whoever runs the server."),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "KbApi",
            Version = "1",
            Description =
                "Troubleshooting knowledge compiled from Markdown: error codes, symptoms, causes and resolutions, in every locale that they exist in.\n\n"
                + "All reading operations also answer HEAD. Errors are problem documents (RFC 9457) whose `type` is an entry of this very knowledge base.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // Where the server happens to run is no part of the contract; clients resolve paths against where they found it.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        foreach (var path in document.Paths.Values.OfType<OpenApiPathItem>())
        {
            path.Operations?.Remove(HttpMethod.Head);
        }

        return Task.CompletedTask;
    }
}
