using System.CommandLine;
using System.Globalization;
using KbApi.Cli.CommandLine;
using KbApi.Cli.Terminal;
using KbApi.Content.Loading;
using KbApi.Content.Model;
using KbApi.Search;
using KbApi.Search.Storage;

namespace KbApi.Cli.Search;

/// <summary><c>kb search QUERY</c>: finds entries by words and codes.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 1000;

    public static Command Create(ITerminal terminal)
    {
        var query = new Argument<string[]>("QUERY") { Description = terminal.Text("Search_Query"), Arity = ArgumentArity.ZeroOrMore };
        var input = new Option<string?>("--input") { Description = terminal.Text("Search_Input"), HelpName = "FILE" };
        var content = CommonArguments.Content(terminal);
        var locale = CommonArguments.AnswerLocale(terminal);
        var format = new Option<string>("--format") { Description = terminal.Text("Search_Format"), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("search", terminal.Text("Search_Description")) { query, input, content, locale, Limit(terminal, out var limit), format };
        command.SetAction((result, cancellation) => Task.FromResult(Run(
            terminal,
            new Question(
                result.GetValue(query) ?? [],
                result.GetValue(input),
                result.GetRequiredValue(locale),
                result.GetRequiredValue(limit),
                result.GetRequiredValue(format) == "jsonl"),
            result.GetRequiredValue(content),
            cancellation)));
        return command;
    }

    private static Option<int> Limit(ITerminal terminal, out Option<int> limit)
    {
        limit = new Option<int>("--limit") { Description = terminal.Text("Search_Limit"), HelpName = "N", DefaultValueFactory = _ => DefaultLimit };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > MaxLimit))
            {
                result.AddError(terminal.Text("Search_WrongLimit", result.Tokens[0].Value, MaxLimit));
            }
        });
        return limit;
    }

    private static int Run(ITerminal terminal, Question question, string[] paths, CancellationToken cancellation)
    {
        if (question.Input is null == string.IsNullOrWhiteSpace(question.Query))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Search_OneOf"));
            return ExitCode.Failure;
        }

        var queries = question.Input is { } file ? QueryFile.Read(terminal, file, question.Locale) : [new FileQuery(Id: null, question.Query, question.Locale)];
        if (queries is null)
        {
            return ExitCode.Failure;
        }

        PathWords.Warn(terminal, question.Words);
        using var index = PackLoading.TryOpenIndex(paths, cancellation)
            ?? SearchIndexStore.OpenOrBuild(SearchIndexStore.FolderOfUser(), ContentLoading.Load(terminal, paths, new LoadOptions(), cancellation), cancellation);
        var answered = queries.Select(q => (Query: q, Result: Answer(index, q, question.Limit)));
        if (question.IsJson)
        {
            foreach (var (query, result) in answered)
            {
                SearchJson.Write(terminal.Output, query, result, isOneOfMany: question.Input is not null);
            }

            return ExitCode.Clean;
        }

        return new SearchView(terminal).Write([.. answered]);
    }

    private static SearchResult Answer(SearchIndex index, FileQuery query, int limit) => string.IsNullOrWhiteSpace(query.Query)
        ? new SearchResult([], 0, null, [])
        : index.Search(new SearchRequest { Query = query.Query, Locale = query.Locale, Limit = limit });

    private sealed record Question(string[] Words, string? Input, LocaleTag Locale, int Limit, bool IsJson)
    {
        public string Query { get; } = string.Join(' ', Words);
    }
}
