using System.Text;
using Chatbot;

// chatbot http URL [LOCALE]              asks the REST API
// chatbot mcp URL [LOCALE]               asks the MCP server of the same program
// chatbot stdio LOCALE COMMAND ARG…      starts "kb mcp" and asks that
Console.OutputEncoding = Encoding.UTF8;
switch (args)
{
    case ["http", var url, ..]:
        using (var client = new HttpClient { BaseAddress = new Uri(url) })
        {
            await TalkAsync(new HttpKnowledgeBase(client), args.ElementAtOrDefault(2));
        }

        return 0;
    case ["mcp", var url, ..]:
        await using (var knowledge = await McpKnowledgeBase.ConnectAsync(new Uri(url)))
        {
            await TalkAsync(knowledge, args.ElementAtOrDefault(2));
        }

        return 0;
    case ["stdio", var locale, var command, .. var rest]:
        await using (var knowledge = await McpKnowledgeBase.StartAsync(command, rest))
        {
            await TalkAsync(knowledge, locale);
        }

        return 0;
    default:
        Console.Error.WriteLine("Usage: chatbot http URL [LOCALE] | chatbot mcp URL [LOCALE] | chatbot stdio LOCALE COMMAND ARG…");
        return 2;
}

static Task TalkAsync(IKnowledgeBase knowledge, string? locale) =>
    new Dialogue(knowledge, locale ?? "en-US", Console.In, Console.Out, isEchoing: Console.IsInputRedirected).RunAsync();
