using KbApi.Content.Model;

namespace KbApi.Server.Llms;

/// <summary>Where the overview for language models leads.</summary>
/// <param name="ToArticle">The address of an article's Markdown.</param>
/// <param name="ToText">The address of a text by its name and locale.</param>
/// <param name="ToPrograms">The address of what programs ask, by its path; null where there is nothing to ask.</param>
internal sealed record LlmsLinks(Func<Article, string> ToArticle, Func<string, string, string> ToText, Func<string, string>? ToPrograms);
