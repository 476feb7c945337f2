using Microsoft.Extensions.Options;

namespace KbApi.Server.Hosting;

/// <summary>Parts of the pipeline that depend on the options: put together when the server starts, once the options have been checked.</summary>
internal static class LatePipeline
{
    public static void UseLate(this WebApplication app, Action<IApplicationBuilder, ServerOptions> add) => app.Use(next =>
    {
        var branch = ((IApplicationBuilder)app).New();
        add(branch, app.Services.GetRequiredService<IOptions<ServerOptions>>().Value);
        branch.Run(next);
        return branch.Build();
    });
}
