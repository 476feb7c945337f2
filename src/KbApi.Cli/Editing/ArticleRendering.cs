using System.Text;
using KbApi.Cli.Terminal;
using KbApi.Content.Editing;
using KbApi.Content.Editing.Locales;
using KbApi.Content.Loading;
using KbApi.Content.Model;

namespace KbApi.Cli.Editing;

/// <summary>Writes an article in a locale, to the terminal or into a folder.</summary>
internal static class ArticleRendering
{
    public static int Run(ITerminal terminal, Request request, string[] content, LoadOptions options)
    {
        var files = ContentDirectory.Find(content);
        var knowledgeBase = new KnowledgeBaseLoader(options).Load(files);
        if (knowledgeBase.Articles.Find(request.Article) is not { } article)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Render_NoArticle", request.Article));
            return ExitCode.Findings;
        }

        if (TemplateOf(terminal, request, article, knowledgeBase, options) is not { } template)
        {
            return ExitCode.Failure;
        }

        var rendered = new LocaleRenderer().Render(template, request.Locale, article.In(request.Locale));
        terminal.Error.WriteLine(terminal.Text("Render_Untranslated", rendered.Untranslated));
        if (request.Folder is null)
        {
            terminal.Output.Write(rendered.Text);
            return ExitCode.Clean;
        }

        var relative = files.First(f => f.Path == (article.In(template.Locale) ?? article.Variants[0]).Text.Path).RelativePath;
        var path = Path.Combine(request.Folder, LocalePath.Of(relative, template.Locale, request.Locale)).Replace('\\', '/');
        if (File.Exists(path))
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Render_Exists", path));
            return ExitCode.Failure;
        }

        return Outcome.Write(terminal, [EditedFile.New(path, relative, Encoding.UTF8.GetBytes(rendered.Text))], asDiff: false);
    }

    /// <summary>The document whose style is taken: a given one, else that of the default locale. A given one is read as the same article.</summary>
    private static Article? TemplateOf(ITerminal terminal, Request request, Localized<Article> article, KnowledgeBase knowledgeBase, LoadOptions options)
    {
        if (request.Template is not { } path)
        {
            return article.In(knowledgeBase.DefaultLocale) ?? article.Variants[0];
        }

        var file = ContentFile.InMemory(article.Id + ".md", File.ReadAllBytes(path));
        var template = new KnowledgeBaseLoader(options).Load([file]).Articles.Find(article.Id)?.Variants[0];
        if (template is null)
        {
            terminal.Error.WriteLine("kb: " + terminal.Text("Render_NoTemplate", path));
        }

        return template;
    }

    public sealed record Request(string Article, LocaleTag Locale, string? Template, string? Folder);
}
