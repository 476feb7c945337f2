using KbApi.Cli.LanguageServer.Protocol;
using KbApi.Cli.LanguageServer.Rpc;
using KbApi.Cli.LanguageServer.Workspaces;

namespace KbApi.Cli.LanguageServer;

/// <summary>Shows how far the first reading of a folder is, where the client shows such things.</summary>
internal static class LoadingProgress
{
    /// <summary>Reads a folder for the first time.</summary>
    /// <param name="connection">To the client.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="token">Names the work.</param>
    /// <param name="title">What is done.</param>
    /// <param name="tryAsync">Waits for the client to agree.</param>
    public static async Task ReadAsync(RpcConnection connection, ContentFolder folder, string token, string title, Func<Task<bool>, Task<bool>> tryAsync)
    {
        if (!await tryAsync(connection.AskAsync("window/workDoneProgress/create", new ProgressToken(token), LspJson.Default.ProgressToken, connection.Ended)))
        {
            return;
        }

        var shown = 0;
        Send(connection, token, new ProgressValue("begin") { Title = title, Percentage = 0 });
        try
        {
            folder.Progress = (count, total) =>
            {
                var percentage = (int)(100L * count / Math.Max(1, total));
                if (percentage >= Volatile.Read(ref shown) + 5)
                {
                    Volatile.Write(ref shown, percentage);
                    Send(connection, token, new ProgressValue("report") { Message = FormattableString.Invariant($"{count}/{total}"), Percentage = percentage });
                }
            };
            _ = folder.Current.Value;
        }
        finally
        {
            folder.Progress = null;
            Send(connection, token, new ProgressValue("end"));
        }
    }

    private static void Send(RpcConnection connection, string token, ProgressValue value) =>
        connection.Notify("$/progress", new ProgressParams(token, value), LspJson.Default.ProgressParams);
}
