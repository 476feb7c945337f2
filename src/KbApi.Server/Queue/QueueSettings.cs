using KbApi.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KbApi.Server.Queue;

/// <summary>Says at the start what is wrong with the settings of the queue.</summary>
internal sealed class QueueSettings : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options) =>
        options.Queue.IsOn && options.Queue.Complaint is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;
}
